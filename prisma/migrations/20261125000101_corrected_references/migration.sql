-- What is derived from a text may be dropped and derived again; what a person says of it may not.
DROP TRIGGER reference_immutable ON reference;
CREATE TRIGGER reference_replaced BEFORE UPDATE OR TRUNCATE ON reference
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();
GRANT DELETE ON reference TO dingben_app;

-- One person's word on what stands in a place of one exact text of a service, whichever revisions have it. The number counts
-- the words on one text: two people who saw the same last word cannot both add the next.
CREATE TABLE "reference_correction" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "service_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "provision" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "to_kind" TEXT,
    "to_key" TEXT,
    "to_data" JSONB,
    "reason" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reference_correction_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "reference_correction_service_id_content_hash_number_key"
  ON "reference_correction"("service_id", "content_hash", "number");

ALTER TABLE reference_correction ADD CONSTRAINT reference_correction_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE reference_correction ADD CONSTRAINT reference_correction_actor FOREIGN KEY (actor_id) REFERENCES account (id);
ALTER TABLE reference_correction ADD CONSTRAINT reference_correction_event FOREIGN KEY (event_id) REFERENCES event (id);
ALTER TABLE reference_correction ADD CONSTRAINT reference_correction_hash CHECK (content_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE reference_correction ADD CONSTRAINT reference_correction_number CHECK (number > 0);
ALTER TABLE reference_correction ADD CONSTRAINT reference_correction_span CHECK (start >= 0 AND "end" > start);
ALTER TABLE reference_correction ADD CONSTRAINT reference_correction_provision_known CHECK (
  provision IN ('targetGroup', 'content', 'standard', 'funding', 'leadAgency'));
ALTER TABLE reference_correction ADD CONSTRAINT reference_correction_kind_known CHECK (
  kind IN ('citation', 'certificate', 'quantity'));
ALTER TABLE reference_correction ADD CONSTRAINT reference_correction_to_known CHECK (
  num_nulls(to_kind, to_key, to_data) IN (0, 3) AND (to_kind IS NULL OR to_kind IN ('citation', 'certificate', 'quantity')));
ALTER TABLE reference_correction ADD CONSTRAINT reference_correction_reasoned CHECK (btrim(reason) <> '');

CREATE TRIGGER reference_correction_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON reference_correction
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();
GRANT SELECT, INSERT ON reference_correction TO dingben_app;

-- Counts up whenever references of texts that stand became others, so that no process serves the old ones from its memory.
CREATE TABLE "reference_stamp" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "reference_stamp_pkey" PRIMARY KEY ("only")
);
ALTER TABLE reference_stamp ADD CONSTRAINT reference_stamp_only CHECK ("only");
INSERT INTO reference_stamp DEFAULT VALUES;
GRANT SELECT, UPDATE ON reference_stamp TO dingben_app;
