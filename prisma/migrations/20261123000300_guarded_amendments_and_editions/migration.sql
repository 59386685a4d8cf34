-- Triggers that refuse what grants do not, whoever asks. Each says in which order a command has to write.
-- Every trigger's function is SECURITY DEFINER with a fixed search_path, which what it calls inherits: the app role needs no
-- right to what they read, and cannot put a table of its own in front of one of ours.
--
-- SQLSTATE: DN001 the row is immutable · DN002 the lifecycle does not allow it · DN003 the content is another one
--           DN004 separation of duties · DN005 frozen · DN006 not READ COMMITTED
-- Locks are taken in the order edition, amendment, account. A command that needs the first takes it before the second.

-- ── Immutable rows ──────────────────────────────────────────────────────────
CREATE FUNCTION dingben_refuse_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% of "%" refused: its rows are immutable', TG_OP, TG_TABLE_NAME USING ERRCODE = 'DN001';
END $$;

DO $$
DECLARE tab text;
BEGIN
  FOREACH tab IN ARRAY ARRAY['revision', 'reference', 'commit', 'commit_change', 'participant', 'edition_participant',
    'amendment_draft', 'approval', 'publication', 'publication_artefact', 'event', 'ledger_event']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change()', tab || '_immutable', tab);
  END LOOP;
END $$;

-- ── The time of an act is the time of its transaction, someone known did it, and a text is named by its hash ───
CREATE FUNCTION dingben_stamp_event() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.at := now();
  IF NEW.actor_id IS NOT NULL AND NOT EXISTS (SELECT FROM account WHERE id = NEW.actor_id) THEN
    RAISE EXCEPTION 'an event names an account' USING ERRCODE = '23503';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_stamped BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION dingben_stamp_event();

CREATE FUNCTION dingben_stamp_revision() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.created_at := now();
  IF NOT EXISTS (SELECT FROM account WHERE id = NEW.author_id) THEN
    RAISE EXCEPTION 'a revision names an account' USING ERRCODE = '23503';
  END IF;
  IF NEW.content_hash <> dingben_revision_hash(NEW.title, NEW.target_group, NEW.content, NEW.standard, NEW.funding, NEW.lead_agency) THEN
    RAISE EXCEPTION 'a revision is named by the hash of its text'
      USING ERRCODE = '23514', CONSTRAINT = 'revision_content_hash_of_text';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER revision_stamped BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION dingben_stamp_revision();

CREATE TRIGGER account_kept BEFORE DELETE OR TRUNCATE ON account FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();

CREATE FUNCTION dingben_guard_references() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  -- A scalar subquery is never turned into a join, which would read all revisions for the references of one.
  IF EXISTS (SELECT FROM (SELECT DISTINCT revision_id FROM added) named
    WHERE (SELECT true FROM revision WHERE revision.id = named.revision_id) IS NULL) THEN
    RAISE EXCEPTION 'a reference names a revision' USING ERRCODE = '23503';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER reference_guard AFTER INSERT ON reference REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_guard_references();

-- ── Which states follow which ───────────────────────────────────────────────
-- The pairs of AMENDMENT_TRANSITIONS and EDITION_TRANSITIONS in packages/workflow; a test compares them.
CREATE FUNCTION dingben_may_move(lifecycle text, from_state text, to_state text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lifecycle || ':' || from_state || '>' || to_state IN (
    'amendment:draft>submitted', 'amendment:draft>withdrawn',
    'amendment:submitted>approved', 'amendment:submitted>changes_requested', 'amendment:submitted>rejected',
    'amendment:submitted>draft', 'amendment:submitted>withdrawn',
    'amendment:approved>merged', 'amendment:approved>changes_requested', 'amendment:approved>draft',
    'amendment:approved>withdrawn',
    'amendment:changes_requested>draft', 'amendment:changes_requested>withdrawn',
    'edition:drafting>consulting', 'edition:drafting>finalising', 'edition:drafting>abandoned',
    'edition:consulting>finalising', 'edition:consulting>drafting',
    'edition:finalising>scheduled', 'edition:finalising>drafting',
    'edition:scheduled>published', 'edition:scheduled>finalising',
    'edition:published>superseded', 'edition:imported>superseded');

-- The event must have been written in this transaction, before the row that it changes, and name both states.
CREATE FUNCTION dingben_require_event(event_id uuid, lifecycle text, subject uuid, before_state text, after_state text)
  RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  IF before_state <> after_state AND NOT dingben_may_move(lifecycle, before_state, after_state) THEN
    RAISE EXCEPTION '% does not go from % to %', lifecycle, before_state, after_state USING ERRCODE = 'DN002';
  END IF;
  PERFORM 1 FROM event WHERE id = event_id AND subject_type = lifecycle AND subject_id = subject
    AND from_state = before_state AND to_state = after_state AND outcome = 'ok' AND at = now();
  IF NOT FOUND THEN
    RAISE EXCEPTION '% goes from % to % without an event of this transaction', lifecycle, before_state, after_state
      USING ERRCODE = 'DN002';
  END IF;
END $$;

-- ── Amendments ──────────────────────────────────────────────────────────────
-- Opening: event(null → draft), amendment, participant(author).
CREATE FUNCTION dingben_guard_amendment_insert() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.state <> 'draft' OR NEW.draft_number <> 0 OR NEW.merged_commit_id IS NOT NULL THEN
    RAISE EXCEPTION 'an amendment begins as a draft' USING ERRCODE = 'DN002';
  END IF;
  PERFORM 1 FROM edition WHERE id = NEW.edition_id AND state IN ('drafting', 'consulting', 'finalising') FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the edition is not open to amendments' USING ERRCODE = 'DN005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER amendment_guard_insert BEFORE INSERT ON amendment
  FOR EACH ROW EXECUTE FUNCTION dingben_guard_amendment_insert();

-- How many reviewers approved exactly this draft and this content.
CREATE FUNCTION dingben_approvals(amendment uuid, draft integer, content text) RETURNS bigint
  LANGUAGE sql STABLE STRICT
  RETURN (SELECT count(*) FROM approval
          WHERE amendment_id = amendment AND draft_number = draft AND content_hash = content);

-- Submitting: event, amendment_draft(number = draft_number + 1), then amendment(state, draft_number, last_event_id).
CREATE FUNCTION dingben_check_submission(old_row amendment, new_row amendment) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  IF new_row.draft_number <> old_row.draft_number + 1 THEN
    RAISE EXCEPTION 'a submission takes the next draft number' USING ERRCODE = 'DN003';
  END IF;
  PERFORM 1 FROM amendment_draft WHERE amendment_id = new_row.id AND number = new_row.draft_number
    AND content_hash = dingben_amendment_content_hash(new_row.id);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'what is submitted is not kept as draft %', new_row.draft_number USING ERRCODE = 'DN003';
  END IF;
  PERFORM 1 FROM amendment_edit WHERE amendment_id = new_row.id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an amendment without edits cannot be submitted' USING ERRCODE = 'DN003';
  END IF;
  PERFORM 1 FROM amendment_draft d
    JOIN participant s ON s.amendment_id = d.amendment_id AND s.account_id = d.submitted_by_id AND s.role = 'author'
    JOIN participant c ON c.amendment_id = d.amendment_id AND c.account_id = new_row.created_by_id AND c.role = 'author'
    WHERE d.amendment_id = new_row.id AND d.number = new_row.draft_number;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'who opened and who submitted an amendment are its authors' USING ERRCODE = 'DN004';
  END IF;
END $$;

-- Approving: approval, event, then amendment. Merging: see the outline; the commit comes before the amendment.
CREATE FUNCTION dingben_check_approved(subject amendment) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  IF dingben_approvals(subject.id, subject.draft_number, dingben_amendment_content_hash(subject.id)) < subject.required_approvals THEN
    RAISE EXCEPTION 'the content as it stands lacks approvals' USING ERRCODE = 'DN003';
  END IF;
END $$;

CREATE FUNCTION dingben_guard_amendment_update() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW.id, NEW.edition_id, NEW.number, NEW.created_by_id, NEW.created_at, NEW.base_commit_id)
    IS DISTINCT FROM (OLD.id, OLD.edition_id, OLD.number, OLD.created_by_id, OLD.created_at, OLD.base_commit_id) THEN
    RAISE EXCEPTION 'what an amendment is does not change' USING ERRCODE = 'DN001';
  END IF;
  IF (NEW.title, NEW.reason_class, NEW.rationale, NEW.legal_basis, NEW.required_approvals)
    IS DISTINCT FROM (OLD.title, OLD.reason_class, OLD.rationale, OLD.legal_basis, OLD.required_approvals)
    AND NOT (OLD.state = 'draft' AND NEW.state IN ('draft', 'submitted')) THEN
    RAISE EXCEPTION 'the reason of an amendment changes only in a draft' USING ERRCODE = 'DN005';
  END IF;
  IF NEW.draft_number <> OLD.draft_number AND NOT (OLD.state = 'draft' AND NEW.state = 'submitted') THEN
    RAISE EXCEPTION 'only a submission takes a draft number' USING ERRCODE = 'DN003';
  END IF;
  IF NEW.state <> OLD.state OR NEW.last_event_id <> OLD.last_event_id THEN
    PERFORM dingben_require_event(NEW.last_event_id, 'amendment', NEW.id, OLD.state, NEW.state);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER amendment_guard_update BEFORE UPDATE ON amendment
  FOR EACH ROW EXECUTE FUNCTION dingben_guard_amendment_update();

-- After the row is written, so that the hash is over what it now says.
CREATE FUNCTION dingben_check_amendment_state() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.state = 'submitted' AND OLD.state = 'draft' THEN
    PERFORM dingben_check_submission(OLD, NEW);
  ELSIF NEW.state = 'approved' AND OLD.state <> 'approved' THEN
    PERFORM dingben_check_approved(NEW);
  ELSIF NEW.state = 'merged' AND OLD.state <> 'merged' THEN
    PERFORM dingben_check_approved(NEW);
    PERFORM 1 FROM commit WHERE id = NEW.merged_commit_id AND kind = 'merge' AND amendment_id = NEW.id AND at = now()
      AND content_hash = dingben_amendment_content_hash(NEW.id);
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a merged amendment names the commit that merged it' USING ERRCODE = 'DN003';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER amendment_check_state AFTER UPDATE OF state, last_event_id ON amendment
  FOR EACH ROW EXECUTE FUNCTION dingben_check_amendment_state();

-- Editing: participant(author) first; where the amendment is not a draft, event and amendment → draft; then revision, edit.
CREATE FUNCTION dingben_guard_edit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  target uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.amendment_id ELSE NEW.amendment_id END;
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
    PERFORM 1 FROM revision WHERE id = NEW.proposed_revision_id AND service_id = NEW.service_id AND amendment_id = NEW.amendment_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the proposed text was not written in this amendment' USING ERRCODE = 'DN004';
    END IF;
  END IF;
  IF NEW.base_revision_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.base_revision_id IS DISTINCT FROM OLD.base_revision_id) THEN
    PERFORM 1 FROM revision WHERE id = NEW.base_revision_id AND service_id = NEW.service_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the base is a text of another service' USING ERRCODE = 'DN003';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER amendment_edit_guard BEFORE INSERT OR UPDATE OR DELETE ON amendment_edit
  FOR EACH ROW EXECUTE FUNCTION dingben_guard_edit();

-- Approving: participant(reviewer), approval, event, then amendment. The lock orders it against edits and merges.
CREATE FUNCTION dingben_guard_approval() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM amendment WHERE id = NEW.amendment_id AND state = 'submitted' AND draft_number = NEW.draft_number
    FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only the draft that is submitted can be approved' USING ERRCODE = 'DN002';
  END IF;
  IF NEW.content_hash <> dingben_amendment_content_hash(NEW.amendment_id) THEN
    RAISE EXCEPTION 'another content is approved than stands' USING ERRCODE = 'DN003';
  END IF;
  PERFORM 1 FROM account WHERE id = NEW.approver_id AND active AND 'reviewer' = ANY (roles) FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only a reviewer approves' USING ERRCODE = 'DN004';
  END IF;
  NEW.at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER approval_guard BEFORE INSERT ON approval FOR EACH ROW EXECUTE FUNCTION dingben_guard_approval();

-- ── Editions ────────────────────────────────────────────────────────────────
-- Making one: event(null → imported | drafting), edition(head null), sections, placements, commit, edition(head).
CREATE FUNCTION dingben_guard_edition() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.head_commit_id IS NOT NULL OR NEW.state <> (CASE NEW.origin WHEN 'imported' THEN 'imported' ELSE 'drafting' END) THEN
      RAISE EXCEPTION 'an edition begins imported or drafting, without a commit' USING ERRCODE = 'DN002';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.standard_id, NEW.origin, NEW.based_on_id, NEW.created_by_id, NEW.created_at)
    IS DISTINCT FROM (OLD.id, OLD.standard_id, OLD.origin, OLD.based_on_id, OLD.created_by_id, OLD.created_at) THEN
    RAISE EXCEPTION 'what an edition is does not change' USING ERRCODE = 'DN001';
  END IF;
  IF OLD.head_commit_id IS NOT NULL AND OLD.state NOT IN ('drafting', 'consulting', 'finalising', 'scheduled')
    AND (NEW.label, NEW.kind, NEW.effective_date, NEW.head_commit_id)
      IS DISTINCT FROM (OLD.label, OLD.kind, OLD.effective_date, OLD.head_commit_id) THEN
    RAISE EXCEPTION 'the edition is frozen' USING ERRCODE = 'DN005';
  END IF;
  IF NEW.state <> OLD.state OR NEW.last_event_id <> OLD.last_event_id THEN
    PERFORM dingben_require_event(NEW.last_event_id, 'edition', NEW.id, OLD.state, NEW.state);
  END IF;
  IF NEW.state IN ('scheduled', 'published') AND NEW.effective_date IS NULL THEN
    RAISE EXCEPTION 'an edition is scheduled for a date' USING ERRCODE = 'DN002';
  END IF;
  IF NEW.state = 'published' AND OLD.state <> 'published' THEN
    PERFORM 1 FROM publication WHERE edition_id = NEW.id AND commit_id = NEW.head_commit_id
      AND effective_date = NEW.effective_date AND at = now();
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a published edition has a publication' USING ERRCODE = 'DN002';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER edition_guard BEFORE INSERT OR UPDATE ON edition FOR EACH ROW EXECUTE FUNCTION dingben_guard_edition();

-- Publishing: edition_participant(publisher), publication, artefacts, event, then edition.
CREATE FUNCTION dingben_guard_publication() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  published edition;
  asked_by uuid;
BEGIN
  SELECT * INTO published FROM edition WHERE id = NEW.edition_id FOR NO KEY UPDATE;
  IF published.state <> 'scheduled' THEN
    RAISE EXCEPTION 'only a scheduled edition is published' USING ERRCODE = 'DN002';
  END IF;
  IF (NEW.standard_id, NEW.commit_id, NEW.effective_date)
    IS DISTINCT FROM (published.standard_id, published.head_commit_id, published.effective_date)
    OR NEW.tree_hash <> dingben_tree_hash(NEW.edition_id) THEN
    RAISE EXCEPTION 'another text is published than stands' USING ERRCODE = 'DN003';
  END IF;
  SELECT actor_id INTO asked_by FROM event WHERE edition_id = NEW.edition_id AND subject_id = NEW.edition_id
    AND from_state = 'finalising' AND to_state = 'scheduled' ORDER BY at DESC LIMIT 1;
  IF NEW.requested_by_id IS DISTINCT FROM asked_by THEN
    RAISE EXCEPTION 'a publication names who scheduled it' USING ERRCODE = 'DN004';
  END IF;
  PERFORM 1 FROM account WHERE id = NEW.publisher_id AND active AND 'publisher' = ANY (roles) FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only a publisher publishes' USING ERRCODE = 'DN004';
  END IF;
  NEW.at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER publication_guard BEFORE INSERT ON publication FOR EACH ROW EXECUTE FUNCTION dingben_guard_publication();

CREATE FUNCTION dingben_guard_artefact() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM publication WHERE id = NEW.publication_id AND at = now();
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an artefact is made with its publication' USING ERRCODE = 'DN005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_artefact_guard BEFORE INSERT ON publication_artefact
  FOR EACH ROW EXECUTE FUNCTION dingben_guard_artefact();
