-- Saves that arrive together are written by one statement (docs/adr/0011): each revision names its own request, where a
-- setting of the transaction can name only one.
ALTER TABLE "revision" ADD COLUMN "request_id" TEXT;

-- The append now gives the number that it took, so that the busiest trigger can call it in an expression, which costs less
-- than a query. What is appended, and its form, are as before.
DROP FUNCTION dingben_ledger_append(uuid, text, text, text, uuid, text, text, text, text);
CREATE FUNCTION dingben_ledger_append(
  actor uuid, action text, outcome text, subject_type text, subject_id uuid, before_hash text, after_hash text,
  request text, payload text
) RETURNS bigint
  LANGUAGE plpgsql AS $$
DECLARE
  tail record;
  seq bigint;
  prev_hash text;
  at_us bigint;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'the ledger is written in READ COMMITTED only' USING ERRCODE = 'DN006';
  END IF;
  -- Always true; an expression takes the lock faster than a query would.
  IF pg_advisory_xact_lock(x'64696e6762656e'::bigint) IS NOT NULL THEN
    SELECT l.seq, l.hash, l.at_us INTO tail FROM ledger_event l ORDER BY l.seq DESC LIMIT 1;
  END IF;
  seq := coalesce(tail.seq, 0) + 1;
  prev_hash := coalesce(tail.hash, repeat('0', 64));
  -- A clock that is set back must not make a later act look earlier.
  at_us := greatest(tail.at_us, dingben_microseconds(clock_timestamp()));
  INSERT INTO ledger_event VALUES (seq, prev_hash,
    dingben_sha256('16:dingben.ledger/1,6:sha256,1:1,' || dingben_field(seq::text) || dingben_field(prev_hash)
      || dingben_field(at_us::text) || dingben_field(actor::text) || dingben_field(action) || dingben_field(outcome)
      || dingben_field(subject_type) || dingben_field(subject_id::text) || dingben_field(before_hash)
      || dingben_field(after_hash) || dingben_field(request) || dingben_field(payload)),
    'sha256', 1, at_us, actor, action, outcome, subject_type, subject_id, before_hash, after_hash, request, payload);
  RETURN seq;
END $$;
REVOKE ALL ON FUNCTION dingben_ledger_append(uuid, text, text, text, uuid, text, text, text, text) FROM PUBLIC;

CREATE OR REPLACE FUNCTION dingben_ledger_revision() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before_hash text;
  seq bigint;
BEGIN
  IF NEW.parent_id IS NOT NULL THEN
    SELECT content_hash INTO before_hash FROM revision WHERE id = NEW.parent_id;
  END IF;
  seq := dingben_ledger_append(NEW.author_id, 'revision.written', 'ok', 'revision', NEW.id,
    before_hash, NEW.content_hash, coalesce(NEW.request_id, dingben_request_id()),
    dingben_field('revision') || dingben_field(NEW.id::text) || dingben_field(NEW.service_id::text)
      || dingben_field(NEW.parent_id::text) || dingben_field(NEW.merged_with_id::text)
      || dingben_field(NEW.content_hash) || dingben_field(NEW.author_id::text) || dingben_field(NEW.author_role)
      || dingben_field(NEW.amendment_id::text) || dingben_field(dingben_microseconds(NEW.created_at)::text));
  RETURN NULL;
END $$;

-- A save counts an amendment's version on, which nothing guards: the guard is asked where any other column is written.
DROP TRIGGER amendment_guard_update ON amendment;
CREATE TRIGGER amendment_guard_update BEFORE UPDATE OF id, edition_id, number, title, reason_class, rationale, legal_basis, state,
    base_commit_id, required_approvals, draft_number, merged_commit_id, last_event_id, created_by_id, created_at ON amendment
  FOR EACH ROW EXECUTE FUNCTION dingben_guard_amendment_update();

-- The proposed text is looked up by its key alone. Asked for its amendment too, the planner may read all the revisions of an
-- amendment, one for each save that there ever was.
CREATE OR REPLACE FUNCTION dingben_guard_edit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  target uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.amendment_id ELSE NEW.amendment_id END;
  written record;
BEGIN
  PERFORM 1 FROM amendment WHERE id = target AND state = 'draft' FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'edits change only in a draft' USING ERRCODE = 'DN005';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND (NEW.amendment_id, NEW.service_id, NEW.kind) IS DISTINCT FROM (OLD.amendment_id, OLD.service_id, OLD.kind) THEN
    RAISE EXCEPTION 'what an edit is about does not change' USING ERRCODE = 'DN001';
  END IF;
  -- The proposed text was written in this amendment, hence by one of its authors; revisions never change.
  IF NEW.proposed_revision_id IS NOT NULL THEN
    SELECT service_id, amendment_id INTO written FROM revision WHERE id = NEW.proposed_revision_id;
    IF (written.service_id, written.amendment_id) IS DISTINCT FROM (NEW.service_id, NEW.amendment_id) THEN
      RAISE EXCEPTION 'the proposed text was not written in this amendment' USING ERRCODE = 'DN004';
    END IF;
  END IF;
  IF NEW.base_revision_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.base_revision_id IS DISTINCT FROM OLD.base_revision_id) THEN
    SELECT service_id INTO written FROM revision WHERE id = NEW.base_revision_id;
    IF written.service_id IS DISTINCT FROM NEW.service_id THEN
      RAISE EXCEPTION 'the base is a text of another service' USING ERRCODE = 'DN003';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- An answer is kept for a day and hardly ever read: pressing it together costs more than its place.
ALTER TABLE idempotency_key ALTER COLUMN body SET STORAGE EXTERNAL;
