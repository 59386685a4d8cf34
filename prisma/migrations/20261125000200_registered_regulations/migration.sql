-- The registries: regulations and agencies, with what became of them. Every change is an event; nothing is deleted.

CREATE TABLE "regulation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "title" TEXT NOT NULL,
    "numbers" TEXT[],
    "issuer" TEXT,
    "level" TEXT,
    "issued_on" DATE,
    "effective_on" DATE,
    "repealed_on" DATE,
    "status" TEXT NOT NULL,
    "source" TEXT,
    "successor_id" UUID,
    "merged_into_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "last_event_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "regulation_pkey" PRIMARY KEY ("id")
);

ALTER TABLE regulation ADD CONSTRAINT regulation_title_given CHECK (title <> '');
ALTER TABLE regulation ADD CONSTRAINT regulation_numbers_given CHECK (numbers IS NOT NULL AND array_position(numbers, NULL) IS NULL
  AND array_position(numbers, '') IS NULL);
ALTER TABLE regulation ADD CONSTRAINT regulation_status_known CHECK (status IN ('in-force', 'amended', 'repealed', 'expired'));
ALTER TABLE regulation ADD CONSTRAINT regulation_repealed_on_fits CHECK (
  repealed_on IS NULL OR (status IN ('repealed', 'expired') AND (issued_on IS NULL OR repealed_on >= issued_on)));
ALTER TABLE regulation ADD CONSTRAINT regulation_successor_is_another CHECK (successor_id <> id);
ALTER TABLE regulation ADD CONSTRAINT regulation_merged_into_another CHECK (merged_into_id <> id);
ALTER TABLE regulation ADD CONSTRAINT regulation_successor FOREIGN KEY (successor_id) REFERENCES regulation (id);
ALTER TABLE regulation ADD CONSTRAINT regulation_merged_into FOREIGN KEY (merged_into_id) REFERENCES regulation (id);
-- What a regulation is is that of its last event, as with amendments and editions.
ALTER TABLE regulation ADD CONSTRAINT regulation_status_of_last_event FOREIGN KEY (last_event_id, id, status)
  REFERENCES event (id, subject_id, to_state) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE agency ADD COLUMN "began_on" DATE;
ALTER TABLE agency ADD COLUMN "ended_on" DATE;
ALTER TABLE agency ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE agency ADD CONSTRAINT agency_name_given CHECK (name <> '');
ALTER TABLE agency ADD CONSTRAINT agency_ends_after_it_began CHECK (ended_on >= began_on);

CREATE TABLE "agency_succession" (
    "agency_id" UUID NOT NULL,
    "successor_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "agency_succession_pkey" PRIMARY KEY ("agency_id", "successor_id")
);
CREATE INDEX "agency_succession_successor_id_idx" ON "agency_succession"("successor_id");
ALTER TABLE agency_succession ADD CONSTRAINT agency_succession_kind_known CHECK (kind IN ('rename', 'merge', 'split'));
ALTER TABLE agency_succession ADD CONSTRAINT agency_succession_by_another CHECK (successor_id <> agency_id);
ALTER TABLE agency_succession ADD CONSTRAINT agency_succession_agency FOREIGN KEY (agency_id) REFERENCES agency (id);
ALTER TABLE agency_succession ADD CONSTRAINT agency_succession_successor FOREIGN KEY (successor_id) REFERENCES agency (id);

-- ── Nothing is deleted ──────────────────────────────────────────────────────
CREATE TRIGGER regulation_kept BEFORE DELETE OR TRUNCATE ON regulation
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();
CREATE TRIGGER agency_kept BEFORE DELETE OR TRUNCATE ON agency
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();
CREATE TRIGGER agency_succession_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON agency_succession
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();

-- A row is merged into one that stands, so that following the arrows always ends. The lock orders two that merge into each other.
CREATE FUNCTION dingben_guard_regulation_merge() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM regulation WHERE id = NEW.merged_into_id AND merged_into_id IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a regulation is merged into one that stands' USING ERRCODE = 'DN002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER regulation_guard_merge BEFORE INSERT OR UPDATE OF merged_into_id ON regulation
  FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION dingben_guard_regulation_merge();

-- ── Events of the registries ────────────────────────────────────────────────
ALTER TABLE event DROP CONSTRAINT event_subject_type_known;
ALTER TABLE event ADD CONSTRAINT event_subject_type_known CHECK (subject_type IN (
  'standard', 'account', 'session', 'edition', 'amendment', 'comment', 'finding', 'publication', 'regulation', 'agency', 'ledger',
  'request'));
CREATE INDEX event_of_registry ON event (subject_id, at) WHERE subject_type IN ('regulation', 'agency');

-- ── Rights ──────────────────────────────────────────────────────────────────
REVOKE ALL ON FUNCTION dingben_guard_regulation_merge() FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON regulation TO dingben_app;
GRANT SELECT, INSERT ON agency_succession TO dingben_app;
