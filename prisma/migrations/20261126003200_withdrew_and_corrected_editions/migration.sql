-- Withdrawal takes a published edition out of force, from a day on, and the edition before it comes into force again. A
-- corrigendum is an edition that corrects a published one and changes nothing for another reason.

ALTER TABLE edition DROP CONSTRAINT edition_state_known;
ALTER TABLE edition ADD CONSTRAINT edition_state_known CHECK (state IN (
  'imported', 'drafting', 'consulting', 'finalising', 'scheduled', 'published', 'superseded', 'withdrawn', 'abandoned'));
ALTER TABLE edition DROP CONSTRAINT edition_kind_known;
ALTER TABLE edition ADD CONSTRAINT edition_kind_known CHECK (kind IN ('final', 'consultation-draft', 'corrigendum'));

-- The pairs of AMENDMENT_TRANSITIONS and EDITION_TRANSITIONS in packages/workflow; a test compares them.
CREATE OR REPLACE FUNCTION dingben_may_move(lifecycle text, from_state text, to_state text) RETURNS boolean
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
    'edition:published>superseded', 'edition:imported>superseded', 'edition:published>withdrawn',
    'edition:superseded>published', 'edition:superseded>imported');

-- Whether a published edition of the same standard, whose day has come and which is not withdrawn, takes this one's place: one
-- of a later day, of the same day but published later, or of an imported edition any that came after it. The day begins at
-- midnight in Beijing, wherever the server stands.
CREATE FUNCTION dingben_is_outranked(edition_id uuid) RETURNS boolean
  LANGUAGE sql STABLE
  RETURN (SELECT EXISTS (
      SELECT FROM publication u WHERE u.standard_id = x.standard_id AND u.edition_id <> x.id
        AND u.effective_date <= (now() AT TIME ZONE 'Asia/Shanghai')::date
        AND NOT EXISTS (SELECT FROM withdrawal w WHERE w.publication_id = u.id
          AND w.effective_date <= (now() AT TIME ZONE 'Asia/Shanghai')::date)
        AND CASE WHEN mine.id IS NULL THEN x.created_at < u.at
            ELSE (mine.effective_date, mine.number) < (u.effective_date, u.number) END)
    FROM edition x LEFT JOIN publication mine ON mine.edition_id = x.id WHERE x.id = $1);
REVOKE ALL ON FUNCTION dingben_is_outranked(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dingben_is_outranked(uuid) TO dingben_app;

CREATE OR REPLACE FUNCTION dingben_guard_edition() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.head_commit_id IS NOT NULL OR NEW.state <> (CASE NEW.origin WHEN 'imported' THEN 'imported' ELSE 'drafting' END) THEN
      RAISE EXCEPTION 'an edition begins imported or drafting, without a commit' USING ERRCODE = 'DN002';
    END IF;
    IF NEW.kind = 'corrigendum' THEN
      PERFORM 1 FROM edition WHERE id = NEW.based_on_id AND state = 'published';
      IF NOT FOUND THEN
        RAISE EXCEPTION 'a corrigendum corrects a published edition' USING ERRCODE = 'DN002';
      END IF;
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.kind <> OLD.kind AND 'corrigendum' IN (NEW.kind, OLD.kind) THEN
    RAISE EXCEPTION 'what an edition is does not change' USING ERRCODE = 'DN001';
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
  IF OLD.state = 'superseded' AND NEW.state <> 'superseded' THEN
    IF dingben_is_outranked(NEW.id) THEN
      RAISE EXCEPTION 'a later edition is in force' USING ERRCODE = 'DN002';
    END IF;
    IF NEW.state <> (CASE NEW.origin WHEN 'imported' THEN 'imported' ELSE 'published' END) THEN
      RAISE EXCEPTION 'an edition is reinstated as what it was' USING ERRCODE = 'DN002';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state = 'withdrawn' AND OLD.state <> 'withdrawn' THEN
    PERFORM 1 FROM withdrawal w JOIN publication u ON u.id = w.publication_id WHERE u.edition_id = NEW.id AND w.at = now();
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a withdrawn edition has a withdrawal' USING ERRCODE = 'DN002';
    END IF;
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

-- Withdrawing: withdrawal, event, then edition.
CREATE FUNCTION dingben_guard_withdrawal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  published edition;
BEGIN
  SELECT e.* INTO published FROM edition e JOIN publication u ON u.edition_id = e.id WHERE u.id = NEW.publication_id
    FOR NO KEY UPDATE OF e;
  IF published.state IS DISTINCT FROM 'published' THEN
    RAISE EXCEPTION 'only a published edition is withdrawn' USING ERRCODE = 'DN002';
  END IF;
  IF NEW.effective_date < (now() AT TIME ZONE 'Asia/Shanghai')::date THEN
    RAISE EXCEPTION 'a withdrawal does not reach back' USING ERRCODE = 'DN002';
  END IF;
  PERFORM 1 FROM edition_participant
    WHERE edition_id = published.id AND account_id = NEW.withdrawn_by_id AND role = 'contributor';
  IF FOUND THEN
    RAISE EXCEPTION 'nobody withdraws what they wrote' USING ERRCODE = 'DN004';
  END IF;
  PERFORM 1 FROM account WHERE id = NEW.withdrawn_by_id AND active AND 'publisher' = ANY (roles) FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only a publisher withdraws' USING ERRCODE = 'DN004';
  END IF;
  NEW.at := now();
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION dingben_guard_withdrawal() FROM PUBLIC;
CREATE TRIGGER withdrawal_guard BEFORE INSERT ON withdrawal FOR EACH ROW EXECUTE FUNCTION dingben_guard_withdrawal();

-- A corrigendum takes no amendment but of the reason that it exists for.
CREATE FUNCTION dingben_guard_erratum() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM edition WHERE id = NEW.edition_id AND kind = 'corrigendum';
  IF FOUND THEN
    RAISE EXCEPTION 'a corrigendum is changed by errata alone' USING ERRCODE = 'DN002';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION dingben_guard_erratum() FROM PUBLIC;
CREATE TRIGGER amendment_of_corrigendum BEFORE INSERT OR UPDATE OF reason_class ON amendment FOR EACH ROW
  WHEN (NEW.reason_class <> 'erratum') EXECUTE FUNCTION dingben_guard_erratum();
