-- One hash chain over every protected row, appended at COMMIT by deferred triggers under one lock, so that a client that
-- stalls in the middle of its transaction holds up nobody. The form is written down in docs/ledger.md.

-- Appends one event. READ COMMITTED only: an older snapshot would read a tail that is no longer the tail.
CREATE FUNCTION dingben_ledger_append(
  actor uuid, action text, outcome text, subject_type text, subject_id uuid, before_hash text, after_hash text,
  request text, payload text
) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  tail record;
  seq bigint := 1;
  prev_hash text := repeat('0', 64);
  at_us bigint;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'the ledger is written in READ COMMITTED only' USING ERRCODE = 'DN006';
  END IF;
  PERFORM pg_advisory_xact_lock(x'64696e6762656e'::bigint);
  at_us := dingben_microseconds(clock_timestamp());
  SELECT l.seq, l.hash, l.at_us INTO tail FROM ledger_event l ORDER BY l.seq DESC LIMIT 1;
  IF FOUND THEN
    seq := tail.seq + 1;
    prev_hash := tail.hash;
    -- A clock that is set back must not make a later act look earlier.
    at_us := greatest(tail.at_us, at_us);
  END IF;
  INSERT INTO ledger_event VALUES (seq, prev_hash,
    dingben_sha256(dingben_frame('dingben.ledger/1', 'sha256', '1', seq::text, prev_hash, at_us::text, actor::text,
      action, outcome, subject_type, subject_id::text, before_hash, after_hash, request, payload)),
    'sha256', 1, at_us, actor, action, outcome, subject_type, subject_id, before_hash, after_hash, request, payload);
END $$;

CREATE FUNCTION dingben_request_id() RETURNS text
  LANGUAGE sql STABLE
  RETURN nullif(current_setting('dingben.request_id', true), '');

CREATE FUNCTION dingben_ledger_revision() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM dingben_ledger_append(NEW.author_id, 'revision.written', 'ok', 'revision', NEW.id,
    (SELECT content_hash FROM revision WHERE id = NEW.parent_id), NEW.content_hash, dingben_request_id(),
    dingben_frame('revision', NEW.id::text, NEW.service_id::text, NEW.parent_id::text, NEW.merged_with_id::text,
      NEW.content_hash, NEW.author_id::text, NEW.author_role, NEW.amendment_id::text, dingben_microseconds(NEW.created_at)::text));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER revision_chained AFTER INSERT ON revision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION dingben_ledger_revision();

CREATE FUNCTION dingben_ledger_approval() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM dingben_ledger_append(NEW.approver_id, 'approval.given', 'ok', 'amendment', NEW.amendment_id,
    NULL, NEW.content_hash, dingben_request_id(),
    dingben_frame('approval', NEW.id::text, NEW.amendment_id::text, NEW.draft_number::text, NEW.content_hash,
      NEW.approver_id::text, NEW.approver_role, NEW.comment, dingben_microseconds(NEW.at)::text));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER approval_chained AFTER INSERT ON approval DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION dingben_ledger_approval();

CREATE FUNCTION dingben_ledger_commit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM dingben_ledger_append(NEW.actor_id, 'commit.made', 'ok', 'edition', NEW.edition_id,
    (SELECT tree_hash FROM commit WHERE id = NEW.parent_id), NEW.tree_hash, dingben_request_id(),
    dingben_frame('commit', NEW.id::text, NEW.edition_id::text, NEW.number::text, NEW.kind, NEW.amendment_id::text,
      NEW.parent_id::text, NEW.tree_hash, NEW.content_hash, NEW.actor_id::text, dingben_microseconds(NEW.at)::text, NEW.message));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER commit_chained AFTER INSERT ON commit DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION dingben_ledger_commit();

CREATE FUNCTION dingben_ledger_publication() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM dingben_ledger_append(NEW.publisher_id, 'publication.made', 'ok', 'edition', NEW.edition_id,
    NULL, NEW.tree_hash, dingben_request_id(),
    dingben_frame('publication', NEW.id::text, NEW.edition_id::text, NEW.standard_id::text, NEW.number::text,
      NEW.commit_id::text, NEW.tree_hash, to_char(NEW.effective_date, 'YYYY-MM-DD'), NEW.requested_by_id::text,
      NEW.publisher_id::text, NEW.publisher_role, NEW.manifest_hash, dingben_microseconds(NEW.at)::text));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER publication_chained AFTER INSERT ON publication DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION dingben_ledger_publication();

CREATE FUNCTION dingben_ledger_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM dingben_ledger_append(NEW.actor_id, NEW.action, NEW.outcome, NEW.subject_type, NEW.subject_id,
    NULL, NULL, coalesce(NEW.request_id, dingben_request_id()),
    dingben_frame('event', NEW.id::text, NEW.subject_type, NEW.subject_id::text, NEW.edition_id::text,
      NEW.amendment_id::text, NEW.action, NEW.outcome, NEW.from_state, NEW.to_state, NEW.actor_id::text, NEW.comment,
      NEW.data, NEW.request_id, dingben_microseconds(NEW.at)::text));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER event_chained AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION dingben_ledger_event();
