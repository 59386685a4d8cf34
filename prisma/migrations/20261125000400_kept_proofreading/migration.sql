-- Findings of 校核 beside those of the reading: known by what makes them the same one, so that an answer outlives the next run.

ALTER TABLE finding ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'reading';
ALTER TABLE finding ADD COLUMN "identity" TEXT;
ALTER TABLE finding ADD COLUMN "params" JSONB;
ALTER TABLE finding ADD CONSTRAINT finding_origin_known CHECK (origin IN ('reading', 'proofreading'));
ALTER TABLE finding ADD CONSTRAINT finding_identity_of_proofreading CHECK ((identity IS NOT NULL) = (origin = 'proofreading'));

-- Each run numbers its findings anew, so two rows may share a number while it is written.
DROP INDEX "finding_edition_id_ordinal_key";
CREATE INDEX "finding_edition_id_origin_ordinal_idx" ON "finding"("edition_id", "origin", "ordinal");
CREATE UNIQUE INDEX "finding_edition_id_identity_key" ON "finding"("edition_id", "identity");

-- The latest run over an edition: whether its findings are those of the text as it stands.
CREATE TABLE "proofreading" (
    "edition_id" UUID NOT NULL,
    "tree_hash" TEXT NOT NULL,
    "findings" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_by_id" UUID,

    CONSTRAINT "proofreading_pkey" PRIMARY KEY ("edition_id")
);
ALTER TABLE proofreading ADD CONSTRAINT proofreading_edition FOREIGN KEY (edition_id) REFERENCES edition (id);
ALTER TABLE proofreading ADD CONSTRAINT proofreading_asked_by FOREIGN KEY (asked_by_id) REFERENCES account (id);

GRANT SELECT, INSERT, UPDATE ON proofreading TO dingben_app;
-- What a text no longer holds is no finding; that it was answered stays in the record of acts.
GRANT DELETE ON finding TO dingben_app;
CREATE FUNCTION dingben_guard_finding() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD.origin <> 'proofreading' THEN
    RAISE EXCEPTION 'a finding of the reading is kept' USING ERRCODE = 'DN002';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER finding_guard_delete BEFORE DELETE ON finding FOR EACH ROW EXECUTE FUNCTION dingben_guard_finding();
REVOKE ALL ON FUNCTION dingben_guard_finding() FROM PUBLIC;
