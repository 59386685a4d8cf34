-- An outline changes only by a commit that says so, and a merge carries out the approved edits: all of them, nothing else.
--
-- Making an edition: event, edition, sections, placements, commit, commit_change, edition(head_commit_id).
-- Merging: lock edition, then amendment; revisions of joined texts; placements; event; commit, commit_change;
--   amendment(state merged, merged_commit_id, last_event_id); edition(head_commit_id).
-- What was touched is noted here and judged at COMMIT; `SET CONSTRAINTS outline_change_judged IMMEDIATE` at the end of a
-- command judges it earlier, before the ledger's lock is taken.

CREATE TABLE outline_change (
  edition_id uuid NOT NULL,
  -- Null: the edition itself, or its commit.
  service_id uuid,
  commit_id uuid,
  -- Where the service stood when the transaction began; all null: nowhere.
  revision_id uuid,
  section_id uuid,
  parent_service_id uuid,
  position text,
  CONSTRAINT outline_change_once UNIQUE NULLS NOT DISTINCT (edition_id, service_id)
);
COMMENT ON TABLE outline_change IS 'Work of the transaction under way; empty between transactions.';

-- ── Commits ─────────────────────────────────────────────────────────────────
CREATE FUNCTION dingben_guard_merge(merged commit) RETURNS void
  LANGUAGE plpgsql AS $$
DECLARE
  approved amendment;
BEGIN
  SELECT * INTO approved FROM amendment WHERE id = merged.amendment_id FOR NO KEY UPDATE;
  IF approved.state <> 'approved' OR approved.edition_id <> merged.edition_id THEN
    RAISE EXCEPTION 'only an approved amendment of the edition is merged' USING ERRCODE = 'DN002';
  END IF;
  IF merged.content_hash <> dingben_amendment_content_hash(approved.id) THEN
    RAISE EXCEPTION 'another content is merged than stands' USING ERRCODE = 'DN003';
  END IF;
  PERFORM dingben_check_approved(approved);
  INSERT INTO edition_participant (edition_id, account_id, role)
    SELECT merged.edition_id, account_id, 'contributor' FROM participant
    WHERE amendment_id = approved.id AND role = 'author' ORDER BY account_id ON CONFLICT DO NOTHING;
  PERFORM 1 FROM edition_participant e JOIN participant p USING (account_id)
    WHERE e.edition_id = merged.edition_id AND e.role = 'publisher' AND p.amendment_id = approved.id AND p.role = 'author';
  IF FOUND THEN
    RAISE EXCEPTION 'who publishes an edition contributes nothing to it' USING ERRCODE = 'DN004';
  END IF;
END $$;

CREATE FUNCTION dingben_guard_commit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  target edition;
  latest integer;
BEGIN
  SELECT * INTO target FROM edition WHERE id = NEW.edition_id FOR NO KEY UPDATE;
  SELECT coalesce(max(number), 0) INTO latest FROM commit WHERE edition_id = NEW.edition_id;
  IF NEW.number <> latest + 1 THEN
    RAISE EXCEPTION 'a commit takes the next number' USING ERRCODE = 'DN003';
  END IF;
  IF NEW.kind = 'merge' THEN
    IF target.state NOT IN ('drafting', 'consulting', 'finalising') THEN
      RAISE EXCEPTION 'the edition is frozen' USING ERRCODE = 'DN005';
    END IF;
    IF NEW.parent_id IS DISTINCT FROM target.head_commit_id OR latest = 0 THEN
      RAISE EXCEPTION 'a merge follows the head of its edition' USING ERRCODE = 'DN003';
    END IF;
    PERFORM dingben_guard_merge(NEW);
  ELSE
    IF latest <> 0 OR NEW.kind <> (CASE target.origin WHEN 'imported' THEN 'import' ELSE 'fork' END) THEN
      RAISE EXCEPTION 'only the first commit imports or forks' USING ERRCODE = 'DN002';
    END IF;
    IF NEW.kind = 'fork' AND NEW.parent_id IS DISTINCT FROM (SELECT head_commit_id FROM edition WHERE id = target.based_on_id) THEN
      RAISE EXCEPTION 'a fork follows the head of its base' USING ERRCODE = 'DN003';
    END IF;
    IF NEW.kind = 'import' THEN
      INSERT INTO edition_participant (edition_id, account_id, role) VALUES (NEW.edition_id, NEW.actor_id, 'contributor')
        ON CONFLICT DO NOTHING;
    END IF;
  END IF;
  NEW.at := now();
  RETURN NEW;
END $$;
CREATE TRIGGER commit_guard BEFORE INSERT ON commit FOR EACH ROW EXECUTE FUNCTION dingben_guard_commit();

CREATE FUNCTION dingben_note_commit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO outline_change (edition_id, commit_id) VALUES (NEW.edition_id, NEW.id)
    ON CONFLICT ON CONSTRAINT outline_change_once DO UPDATE SET commit_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER commit_noted AFTER INSERT ON commit FOR EACH ROW EXECUTE FUNCTION dingben_note_commit();

CREATE FUNCTION dingben_guard_commit_change() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM added JOIN commit ON commit.id = added.commit_id WHERE commit.at <> now()) THEN
    RAISE EXCEPTION 'a commit is complete when it is made' USING ERRCODE = 'DN005';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER commit_change_guard AFTER INSERT ON commit_change REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_guard_commit_change();

-- A new edition needs its first commit, and a head that moves needs a commit.
CREATE FUNCTION dingben_note_edition() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO outline_change (edition_id) VALUES (NEW.id) ON CONFLICT ON CONSTRAINT outline_change_once DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER edition_noted AFTER INSERT ON edition FOR EACH ROW EXECUTE FUNCTION dingben_note_edition();
CREATE TRIGGER edition_head_noted AFTER UPDATE OF head_commit_id ON edition FOR EACH ROW
  WHEN (OLD.head_commit_id IS DISTINCT FROM NEW.head_commit_id) EXECUTE FUNCTION dingben_note_edition();

-- ── Sections stand as the edition was made ──────────────────────────────────
CREATE FUNCTION dingben_guard_sections() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM touched JOIN edition ON edition.id = touched.edition_id WHERE edition.head_commit_id IS NOT NULL) THEN
    RAISE EXCEPTION 'the sections of an edition are frozen' USING ERRCODE = 'DN005';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER section_guard_insert AFTER INSERT ON section REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_guard_sections();
CREATE TRIGGER section_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON section
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();

-- ── Placements ──────────────────────────────────────────────────────────────
-- Before the edition has a head it is being made, and the first commit's tree hash is all there is to judge.
CREATE FUNCTION dingben_note_placements() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM touched JOIN edition ON edition.id = touched.edition_id WHERE edition.head_commit_id IS NOT NULL
    AND edition.state NOT IN ('drafting', 'consulting', 'finalising')) THEN
    RAISE EXCEPTION 'the outline of the edition is frozen' USING ERRCODE = 'DN005';
  END IF;
  IF TG_OP <> 'DELETE' AND EXISTS (SELECT FROM touched p JOIN section s ON s.id = p.section_id JOIN revision r ON r.id = p.revision_id
    WHERE s.edition_id <> p.edition_id OR r.service_id <> p.service_id) THEN
    RAISE EXCEPTION 'a placement shows a revision of its service in a section of its edition' USING ERRCODE = 'DN003';
  END IF;
  INSERT INTO outline_change (edition_id) SELECT DISTINCT edition_id FROM touched
    ON CONFLICT ON CONSTRAINT outline_change_once DO NOTHING;
  -- The first note of a service is where it stood; an insertion notes that it stood nowhere.
  INSERT INTO outline_change (edition_id, service_id, revision_id, section_id, parent_service_id, position)
    SELECT t.edition_id, t.service_id,
      CASE WHEN TG_OP = 'DELETE' THEN t.revision_id END, CASE WHEN TG_OP = 'DELETE' THEN t.section_id END,
      CASE WHEN TG_OP = 'DELETE' THEN t.parent_service_id END, CASE WHEN TG_OP = 'DELETE' THEN t.position END
    FROM touched t JOIN edition ON edition.id = t.edition_id WHERE edition.head_commit_id IS NOT NULL
    ON CONFLICT ON CONSTRAINT outline_change_once DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION dingben_note_moved_placements() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM touched JOIN edition ON edition.id = touched.edition_id WHERE edition.head_commit_id IS NULL
    OR edition.state NOT IN ('drafting', 'consulting', 'finalising')) THEN
    RAISE EXCEPTION 'the outline of the edition is frozen' USING ERRCODE = 'DN005';
  END IF;
  IF EXISTS (SELECT FROM touched p JOIN section s ON s.id = p.section_id JOIN revision r ON r.id = p.revision_id
    WHERE s.edition_id <> p.edition_id OR r.service_id <> p.service_id)
    OR EXISTS (SELECT edition_id, service_id FROM before EXCEPT SELECT edition_id, service_id FROM touched) THEN
    RAISE EXCEPTION 'a placement shows a revision of its service in a section of its edition' USING ERRCODE = 'DN003';
  END IF;
  INSERT INTO outline_change (edition_id) SELECT DISTINCT edition_id FROM before
    ON CONFLICT ON CONSTRAINT outline_change_once DO NOTHING;
  INSERT INTO outline_change (edition_id, service_id, revision_id, section_id, parent_service_id, position)
    SELECT edition_id, service_id, revision_id, section_id, parent_service_id, position FROM before
    ON CONFLICT ON CONSTRAINT outline_change_once DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER placement_noted_insert AFTER INSERT ON placement REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_note_placements();
CREATE TRIGGER placement_noted_delete AFTER DELETE ON placement REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_note_placements();
CREATE TRIGGER placement_noted_update AFTER UPDATE ON placement REFERENCING OLD TABLE AS before NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_note_moved_placements();
CREATE TRIGGER placement_not_emptied BEFORE TRUNCATE ON placement
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();

-- ── The judgement ───────────────────────────────────────────────────────────
-- One provision of a joined text: the side that changed it. Where both changed it differently there is nothing to join: nobody
-- has approved the sentence that would come of it.
CREATE FUNCTION dingben_joins(base text, current text, proposed text, joined text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN current IS NOT DISTINCT FROM base OR current IS NOT DISTINCT FROM proposed THEN joined IS NOT DISTINCT FROM proposed
    WHEN proposed IS NOT DISTINCT FROM base THEN joined IS NOT DISTINCT FROM current
    ELSE false END;

-- Whether an edit's proposal may stand where `current` stood: as proposed when nothing else had changed it, else joined.
-- Where the same words stand already there is nothing to do.
CREATE FUNCTION dingben_is_merge_of(edit amendment_edit, current_id uuid, now_id uuid) RETURNS boolean
  LANGUAGE sql STABLE
  RETURN EXISTS (
    SELECT FROM revision base, revision proposed, revision current, revision now
    WHERE base.id = (edit).base_revision_id AND proposed.id = (edit).proposed_revision_id
      AND current.id = current_id AND now.id = now_id
      AND CASE
        WHEN now.id = current.id THEN now.content_hash = proposed.content_hash
        WHEN current.content_hash = base.content_hash THEN now.id = proposed.id
        ELSE now.amendment_id = (edit).amendment_id AND now.merged_with_id = current.id
          AND dingben_joins(base.title, current.title, proposed.title, now.title)
          AND dingben_joins(base.target_group, current.target_group, proposed.target_group, now.target_group)
          AND dingben_joins(base.content, current.content, proposed.content, now.content)
          AND dingben_joins(base.standard, current.standard, proposed.standard, now.standard)
          AND dingben_joins(base.funding, current.funding, proposed.funding, now.funding)
          AND dingben_joins(base.lead_agency, current.lead_agency, proposed.lead_agency, now.lead_agency) END);

-- The first service that the merge changed without an approved edit, or whose approved edit it did not carry out.
CREATE FUNCTION dingben_unapproved_change(edition uuid, merged_amendment uuid) RETURNS uuid
  LANGUAGE plpgsql STABLE AS $$
DECLARE
  found uuid;
BEGIN
  WITH concerned AS (
    SELECT service_id FROM outline_change WHERE edition_id = edition AND service_id IS NOT NULL
    UNION SELECT service_id FROM amendment_edit WHERE amendment_id = merged_amendment
  ), stood AS (
    -- Where each stood before: as noted, or, where nothing touched it, as it stands.
    SELECT c.service_id, o.service_id IS NOT NULL AS touched,
      CASE WHEN o.service_id IS NULL THEN p.revision_id ELSE o.revision_id END AS revision_id,
      CASE WHEN o.service_id IS NULL THEN p.section_id ELSE o.section_id END AS section_id,
      CASE WHEN o.service_id IS NULL THEN p.parent_service_id ELSE o.parent_service_id END AS parent_service_id,
      CASE WHEN o.service_id IS NULL THEN p.position ELSE o.position END AS position
    FROM concerned c
      LEFT JOIN outline_change o ON o.edition_id = edition AND o.service_id = c.service_id
      LEFT JOIN placement p ON p.edition_id = edition AND p.service_id = c.service_id
  ), edit AS (SELECT * FROM amendment_edit WHERE amendment_id = merged_amendment)
  SELECT was.service_id INTO found
  FROM stood was
    LEFT JOIN placement now ON now.edition_id = edition AND now.service_id = was.service_id
    LEFT JOIN section s ON s.id = now.section_id
    LEFT JOIN edit revised ON revised.service_id = was.service_id AND revised.kind = 'revise'
    LEFT JOIN edit added ON added.service_id = was.service_id AND added.kind = 'add'
    LEFT JOIN edit removed ON removed.service_id = was.service_id AND removed.kind = 'remove'
    LEFT JOIN edit moved ON moved.service_id = was.service_id AND moved.kind = 'move'
    LEFT JOIN edit carried ON carried.service_id = now.parent_service_id AND carried.kind = 'move'
    LEFT JOIN edit emptied ON emptied.service_id = was.parent_service_id AND emptied.kind = 'remove'
    LEFT JOIN revision old_text ON old_text.id = was.revision_id
    LEFT JOIN revision removed_text ON removed_text.id = removed.base_revision_id
  WHERE (CASE
    WHEN added.id IS NOT NULL THEN was.touched AND was.revision_id IS NULL
      AND now.revision_id = added.proposed_revision_id AND s.key = added.section_key
      AND now.parent_service_id IS NOT DISTINCT FROM added.parent_service_id
    WHEN removed.id IS NOT NULL THEN old_text.content_hash = removed_text.content_hash AND now.service_id IS NULL
    -- A service is removed with its items.
    WHEN emptied.id IS NOT NULL THEN now.service_id IS NULL
    -- What is left stood before and stands now.
    WHEN was.revision_id IS NULL OR now.service_id IS NULL THEN false
    ELSE (CASE WHEN revised.id IS NULL THEN now.revision_id = was.revision_id
        ELSE dingben_is_merge_of(ROW(revised.*)::amendment_edit, was.revision_id, now.revision_id) END)
      AND (CASE WHEN moved.id IS NOT NULL THEN s.key = moved.section_key
          AND now.parent_service_id IS NOT DISTINCT FROM moved.parent_service_id
        -- An item follows its service.
        ELSE (now.section_id = was.section_id OR carried.id IS NOT NULL)
          AND (now.parent_service_id, now.position) IS NOT DISTINCT FROM (was.parent_service_id, was.position) END)
    END) IS NOT TRUE
  LIMIT 1;
  RETURN found;
END $$;

CREATE FUNCTION dingben_judge_outline() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  made commit;
  wrong uuid;
BEGIN
  SELECT c.* INTO made FROM outline_change o JOIN commit c ON c.id = o.commit_id
    WHERE o.edition_id = NEW.edition_id AND o.service_id IS NULL;
  IF made.id IS NULL THEN
    PERFORM 1 FROM outline_change WHERE edition_id = NEW.edition_id AND service_id IS NULL;
    -- Judged already, after every change that was noted.
    IF NOT FOUND THEN RETURN NULL; END IF;
    RAISE EXCEPTION 'an outline changes by a commit' USING ERRCODE = 'DN003';
  END IF;
  PERFORM 1 FROM edition WHERE id = NEW.edition_id AND head_commit_id = made.id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the head of an edition is its latest commit' USING ERRCODE = 'DN003';
  END IF;
  IF EXISTS (SELECT FROM placement item JOIN placement owner
      ON owner.edition_id = item.edition_id AND owner.service_id = item.parent_service_id
    WHERE item.edition_id = NEW.edition_id AND owner.parent_service_id IS NOT NULL) THEN
    RAISE EXCEPTION 'an item has no items' USING ERRCODE = 'DN003';
  END IF;
  IF made.tree_hash <> dingben_tree_hash(NEW.edition_id) THEN
    RAISE EXCEPTION 'the outline does not hash to the tree hash of its commit' USING ERRCODE = 'DN003';
  END IF;
  IF made.kind = 'merge' THEN
    wrong := dingben_unapproved_change(NEW.edition_id, made.amendment_id);
    IF wrong IS NOT NULL THEN
      RAISE EXCEPTION 'the merge is not what was approved for service %', wrong USING ERRCODE = 'DN003';
    END IF;
    PERFORM 1 FROM amendment WHERE id = made.amendment_id AND state = 'merged' AND merged_commit_id = made.id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a merge ends with a merged amendment' USING ERRCODE = 'DN003';
    END IF;
  END IF;
  DELETE FROM outline_change WHERE edition_id = NEW.edition_id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER outline_change_judged AFTER INSERT ON outline_change DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.service_id IS NULL) EXECUTE FUNCTION dingben_judge_outline();
