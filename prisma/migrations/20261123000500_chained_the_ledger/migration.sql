-- One hash chain over every protected row, appended at COMMIT by deferred triggers under one lock, so that a client that
-- stalls in the middle of its transaction holds up nobody. The form is written down in docs/ledger.md.

-- Appends one event. READ COMMITTED only: an older snapshot would read a tail that is no longer the tail.
-- Whatever runs here runs while everyone else waits: no function with settings of its own, no statement more than needed.
CREATE FUNCTION dingben_ledger_append(
  actor uuid, action text, outcome text, subject_type text, subject_id uuid, before_hash text, after_hash text,
  request text, payload text
) RETURNS void
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
END $$;

CREATE FUNCTION dingben_request_id() RETURNS text
  LANGUAGE sql STABLE
  RETURN nullif(current_setting('dingben.request_id', true), '');

CREATE FUNCTION dingben_ledger_revision() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  before_hash text;
BEGIN
  IF NEW.parent_id IS NOT NULL THEN
    SELECT content_hash INTO before_hash FROM revision WHERE id = NEW.parent_id;
  END IF;
  PERFORM dingben_ledger_append(NEW.author_id, 'revision.written', 'ok', 'revision', NEW.id,
    before_hash, NEW.content_hash, dingben_request_id(),
    dingben_field('revision') || dingben_field(NEW.id::text) || dingben_field(NEW.service_id::text)
      || dingben_field(NEW.parent_id::text) || dingben_field(NEW.merged_with_id::text)
      || dingben_field(NEW.content_hash) || dingben_field(NEW.author_id::text) || dingben_field(NEW.author_role)
      || dingben_field(NEW.amendment_id::text) || dingben_field(dingben_microseconds(NEW.created_at)::text));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER revision_chained AFTER INSERT ON revision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION dingben_ledger_revision();

CREATE FUNCTION dingben_ledger_approval() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM dingben_ledger_append(NEW.approver_id, 'approval.given', 'ok', 'amendment', NEW.amendment_id,
    NULL, NEW.content_hash, dingben_request_id(),
    dingben_field('approval') || dingben_field(NEW.id::text) || dingben_field(NEW.amendment_id::text)
      || dingben_field(NEW.draft_number::text) || dingben_field(NEW.content_hash)
      || dingben_field(NEW.approver_id::text) || dingben_field(NEW.approver_role) || dingben_field(NEW.comment)
      || dingben_field(dingben_microseconds(NEW.at)::text));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER approval_chained AFTER INSERT ON approval DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION dingben_ledger_approval();

CREATE FUNCTION dingben_ledger_commit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM dingben_ledger_append(NEW.actor_id, 'commit.made', 'ok', 'edition', NEW.edition_id,
    (SELECT tree_hash FROM commit WHERE id = NEW.parent_id), NEW.tree_hash, dingben_request_id(),
    dingben_field('commit') || dingben_field(NEW.id::text) || dingben_field(NEW.edition_id::text)
      || dingben_field(NEW.number::text) || dingben_field(NEW.kind) || dingben_field(NEW.amendment_id::text)
      || dingben_field(NEW.parent_id::text) || dingben_field(NEW.tree_hash) || dingben_field(NEW.content_hash)
      || dingben_field(NEW.actor_id::text) || dingben_field(dingben_microseconds(NEW.at)::text)
      || dingben_field(NEW.message));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER commit_chained AFTER INSERT ON commit DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION dingben_ledger_commit();

CREATE FUNCTION dingben_ledger_publication() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM dingben_ledger_append(NEW.publisher_id, 'publication.made', 'ok', 'edition', NEW.edition_id,
    NULL, NEW.tree_hash, dingben_request_id(),
    dingben_field('publication') || dingben_field(NEW.id::text) || dingben_field(NEW.edition_id::text)
      || dingben_field(NEW.standard_id::text) || dingben_field(NEW.number::text) || dingben_field(NEW.commit_id::text)
      || dingben_field(NEW.tree_hash) || dingben_field(to_char(NEW.effective_date, 'YYYY-MM-DD'))
      || dingben_field(NEW.requested_by_id::text) || dingben_field(NEW.publisher_id::text)
      || dingben_field(NEW.publisher_role) || dingben_field(NEW.manifest_hash)
      || dingben_field(dingben_microseconds(NEW.at)::text));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER publication_chained AFTER INSERT ON publication DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION dingben_ledger_publication();

CREATE FUNCTION dingben_ledger_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM dingben_ledger_append(NEW.actor_id, NEW.action, NEW.outcome, NEW.subject_type, NEW.subject_id,
    NULL, NULL, coalesce(NEW.request_id, dingben_request_id()),
    dingben_field('event') || dingben_field(NEW.id::text) || dingben_field(NEW.subject_type)
      || dingben_field(NEW.subject_id::text) || dingben_field(NEW.edition_id::text)
      || dingben_field(NEW.amendment_id::text) || dingben_field(NEW.action) || dingben_field(NEW.outcome)
      || dingben_field(NEW.from_state) || dingben_field(NEW.to_state) || dingben_field(NEW.actor_id::text)
      || dingben_field(NEW.comment) || dingben_field(NEW.data) || dingben_field(NEW.request_id)
      || dingben_field(dingben_microseconds(NEW.at)::text));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER event_chained AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION dingben_ledger_event();
