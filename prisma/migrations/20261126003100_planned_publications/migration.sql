-- A publisher's decision to publish a scheduled edition at a moment to come, which whichever service is alive then carries out.

-- CreateTable
CREATE TABLE "publication_plan" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "edition_id" UUID NOT NULL,
    "publisher_id" UUID NOT NULL,
    "publish_at" TIMESTAMPTZ(6) NOT NULL,
    "commit_id" UUID NOT NULL,
    "comment" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "problem" JSONB,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tried_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),
    "ended_by_id" UUID,

    CONSTRAINT "publication_plan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "publication_plan_edition_id_created_at_idx" ON "publication_plan"("edition_id", "created_at");

-- AddForeignKey
ALTER TABLE "publication_plan" ADD CONSTRAINT "publication_plan_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE publication_plan ADD CONSTRAINT publication_plan_commit FOREIGN KEY (commit_id, edition_id) REFERENCES commit (id, edition_id);
ALTER TABLE publication_plan ADD CONSTRAINT publication_plan_publisher_id_account FOREIGN KEY (publisher_id) REFERENCES account (id);
ALTER TABLE publication_plan ADD CONSTRAINT publication_plan_ended_by_id_account FOREIGN KEY (ended_by_id) REFERENCES account (id);
ALTER TABLE publication_plan ADD CONSTRAINT publication_plan_state_known CHECK (state IN ('waiting', 'published', 'cancelled', 'stopped'));
ALTER TABLE publication_plan ADD CONSTRAINT publication_plan_ended CHECK ((ended_at IS NULL) = (state = 'waiting'));
ALTER TABLE publication_plan ADD CONSTRAINT publication_plan_stopped_says_why CHECK ((problem IS NOT NULL) = (state = 'stopped'));
CREATE UNIQUE INDEX publication_plan_one_waiting ON publication_plan (edition_id) WHERE state = 'waiting';
CREATE INDEX publication_plan_due ON publication_plan (publish_at) WHERE state = 'waiting';

CREATE FUNCTION dingben_guard_plan() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  planned edition;
  asked_by uuid;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.edition_id, NEW.publisher_id, NEW.publish_at, NEW.commit_id, NEW.comment, NEW.created_at)
      IS DISTINCT FROM (OLD.id, OLD.edition_id, OLD.publisher_id, OLD.publish_at, OLD.commit_id, OLD.comment, OLD.created_at) THEN
      RAISE EXCEPTION 'what was planned does not change' USING ERRCODE = 'DN001';
    END IF;
    IF OLD.state <> 'waiting' THEN
      RAISE EXCEPTION 'a plan ends once' USING ERRCODE = 'DN002';
    END IF;
    IF NEW.state = 'published' THEN
      PERFORM 1 FROM publication WHERE edition_id = NEW.edition_id AND commit_id = NEW.commit_id
        AND publisher_id = NEW.publisher_id AND at = now() AND at >= NEW.publish_at;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'a plan is carried out by its publication, not before its moment' USING ERRCODE = 'DN002';
      END IF;
    END IF;
    RETURN NEW;
  END IF;
  SELECT * INTO planned FROM edition WHERE id = NEW.edition_id FOR NO KEY UPDATE;
  IF planned.state <> 'scheduled' OR NEW.state <> 'waiting' THEN
    RAISE EXCEPTION 'only a scheduled edition waits for a moment' USING ERRCODE = 'DN002';
  END IF;
  NEW.created_at := now();
  IF NEW.publish_at <= NEW.created_at THEN
    RAISE EXCEPTION 'a plan is for a moment to come' USING ERRCODE = 'DN002';
  END IF;
  IF NEW.commit_id <> planned.head_commit_id THEN
    RAISE EXCEPTION 'another text is planned than stands' USING ERRCODE = 'DN003';
  END IF;
  SELECT actor_id INTO asked_by FROM event WHERE edition_id = NEW.edition_id AND subject_id = NEW.edition_id
    AND from_state = 'finalising' AND to_state = 'scheduled' ORDER BY at DESC LIMIT 1;
  PERFORM 1 FROM edition_participant WHERE edition_id = NEW.edition_id AND account_id = NEW.publisher_id AND role = 'contributor';
  IF FOUND OR asked_by = NEW.publisher_id THEN
    RAISE EXCEPTION 'nobody plans to publish what they wrote or asked for' USING ERRCODE = 'DN004';
  END IF;
  PERFORM 1 FROM account WHERE id = NEW.publisher_id AND active AND 'publisher' = ANY (roles) FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only a publisher publishes' USING ERRCODE = 'DN004';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION dingben_guard_plan() FROM PUBLIC;
CREATE TRIGGER publication_plan_guard BEFORE INSERT OR UPDATE ON publication_plan
  FOR EACH ROW EXECUTE FUNCTION dingben_guard_plan();
CREATE TRIGGER publication_plan_kept BEFORE DELETE OR TRUNCATE ON publication_plan
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();

-- An edition does not leave its plan behind: the plan ends first.
CREATE FUNCTION dingben_end_plan_first() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM publication_plan WHERE edition_id = NEW.id AND state = 'waiting';
  IF FOUND THEN
    RAISE EXCEPTION 'a plan waits for the edition' USING ERRCODE = 'DN002';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION dingben_end_plan_first() FROM PUBLIC;
CREATE TRIGGER edition_planned BEFORE UPDATE OF state ON edition FOR EACH ROW
  WHEN (OLD.state = 'scheduled' AND NEW.state <> 'scheduled') EXECUTE FUNCTION dingben_end_plan_first();

GRANT SELECT, INSERT ON publication_plan TO dingben_app;
GRANT UPDATE (state, problem, tried_at, ended_at, ended_by_id) ON publication_plan TO dingben_app;
