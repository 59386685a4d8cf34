-- What Prisma's schema cannot say about values: closed lists, hash forms, order by code unit, and references of more than
-- one column, which hold separation of duties.

-- ── Order keys are compared by code unit ────────────────────────────────────
ALTER TABLE section ALTER COLUMN position TYPE text COLLATE "C";
ALTER TABLE placement ALTER COLUMN position TYPE text COLLATE "C";
ALTER TABLE section ADD CONSTRAINT section_position_form CHECK (position ~ '^[0-9A-Za-z]*[1-9A-Za-z]$');
ALTER TABLE placement ADD CONSTRAINT placement_position_form CHECK (position ~ '^[0-9A-Za-z]*[1-9A-Za-z]$');
-- Two in one place would have no order, and the outline no one hash. Deferred, so that two may change places.
ALTER TABLE section ADD CONSTRAINT section_one_a_position
  UNIQUE NULLS NOT DISTINCT (edition_id, parent_id, position) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE placement ADD CONSTRAINT placement_one_a_position
  UNIQUE NULLS NOT DISTINCT (edition_id, section_id, parent_service_id, position) DEFERRABLE INITIALLY DEFERRED;

-- ── Closed lists ────────────────────────────────────────────────────────────
ALTER TABLE account ADD CONSTRAINT account_roles_known CHECK (
  cardinality(roles) >= 1
  AND roles <@ ARRAY['editor', 'liaison', 'reviewer', 'publisher', 'auditor', 'admin']
  -- Who checks the work or the accounts does none of it.
  AND (cardinality(roles) = 1 OR NOT roles && ARRAY['auditor', 'admin']));
ALTER TABLE edition ADD CONSTRAINT edition_kind_known CHECK (kind IN ('final', 'consultation-draft'));
ALTER TABLE edition ADD CONSTRAINT edition_origin_known CHECK (origin IN ('imported', 'forked'));
ALTER TABLE edition ADD CONSTRAINT edition_state_known CHECK (state IN (
  'imported', 'drafting', 'consulting', 'finalising', 'scheduled', 'published', 'superseded', 'abandoned'));
ALTER TABLE edition ADD CONSTRAINT edition_fork_has_base CHECK (origin <> 'forked' OR based_on_id IS NOT NULL);
ALTER TABLE edition_participant ADD CONSTRAINT edition_participant_role_known CHECK (role IN ('contributor', 'publisher'));
ALTER TABLE section ADD CONSTRAINT section_kind_known CHECK (kind IN ('chapter', 'category'));
ALTER TABLE revision ADD CONSTRAINT revision_author_role_fixed CHECK (author_role = 'author');
ALTER TABLE revision ADD CONSTRAINT revision_provisions_all_or_none CHECK (
  num_nulls(target_group, content, standard, funding, lead_agency) IN (0, 5));
ALTER TABLE revision ADD CONSTRAINT revision_merge_has_amendment CHECK (merged_with_id IS NULL OR amendment_id IS NOT NULL);
ALTER TABLE reference ADD CONSTRAINT reference_kind_known CHECK (
  kind IN ('citation', 'agency', 'funding', 'targetGroup', 'quantity'));
ALTER TABLE reference ADD CONSTRAINT reference_provision_known CHECK (
  provision IN ('targetGroup', 'content', 'standard', 'funding', 'leadAgency'));
ALTER TABLE reference ADD CONSTRAINT reference_span CHECK (start >= 0 AND "end" > start);
ALTER TABLE commit ADD CONSTRAINT commit_kind_known CHECK (kind IN ('import', 'fork', 'merge'));
ALTER TABLE commit ADD CONSTRAINT commit_merge_names_what CHECK (
  (kind = 'merge') = (amendment_id IS NOT NULL) AND (kind = 'merge') = (content_hash IS NOT NULL));
ALTER TABLE commit_change ADD CONSTRAINT commit_change_operation_known CHECK (
  operation IN ('add', 'revise', 'move', 'remove'));
ALTER TABLE amendment ADD CONSTRAINT amendment_state_known CHECK (state IN (
  'draft', 'submitted', 'approved', 'changes_requested', 'merged', 'withdrawn', 'rejected'));
ALTER TABLE amendment ADD CONSTRAINT amendment_reason_class_known CHECK (reason_class IN (
  'superior-law', 'national-standard', 'institutional-reform', 'fiscal-policy', 'wording', 'adopted-opinion', 'erratum', 'other'));
ALTER TABLE amendment ADD CONSTRAINT amendment_required_approvals_range CHECK (required_approvals BETWEEN 1 AND 9);
ALTER TABLE amendment ADD CONSTRAINT amendment_merged_has_commit CHECK ((state = 'merged') = (merged_commit_id IS NOT NULL));
ALTER TABLE participant ADD CONSTRAINT participant_role_known CHECK (role IN ('author', 'reviewer'));
ALTER TABLE amendment_edit ADD CONSTRAINT amendment_edit_updated_by_role_fixed CHECK (updated_by_role = 'author');
ALTER TABLE amendment_edit ADD CONSTRAINT amendment_edit_shape CHECK (CASE kind
  WHEN 'revise' THEN base_revision_id IS NOT NULL AND proposed_revision_id IS NOT NULL AND section_key IS NULL
  WHEN 'add' THEN base_revision_id IS NULL AND proposed_revision_id IS NOT NULL AND section_key IS NOT NULL
  WHEN 'remove' THEN base_revision_id IS NOT NULL AND proposed_revision_id IS NULL AND section_key IS NULL
  WHEN 'move' THEN proposed_revision_id IS NULL AND section_key IS NOT NULL
  ELSE false END);
ALTER TABLE approval ADD CONSTRAINT approval_approver_role_fixed CHECK (approver_role = 'reviewer');
ALTER TABLE comment ADD CONSTRAINT comment_provision_known CHECK (
  provision IN ('title', 'targetGroup', 'content', 'standard', 'funding', 'leadAgency'));
ALTER TABLE publication ADD CONSTRAINT publication_publisher_role_fixed CHECK (publisher_role = 'publisher');
ALTER TABLE publication ADD CONSTRAINT publication_by_another CHECK (requested_by_id <> publisher_id);
ALTER TABLE publication_artefact ADD CONSTRAINT publication_artefact_format_known CHECK (
  format IN ('json', 'txt', 'html', 'docx'));
ALTER TABLE finding ADD CONSTRAINT finding_severity_known CHECK (severity IN ('error', 'warning', 'info'));
ALTER TABLE finding ADD CONSTRAINT finding_state_known CHECK (state IN ('open', 'fixed', 'accepted'));
ALTER TABLE event ADD CONSTRAINT event_subject_type_known CHECK (subject_type IN (
  'standard', 'account', 'session', 'edition', 'amendment', 'comment', 'finding', 'publication', 'ledger', 'request'));
ALTER TABLE event ADD CONSTRAINT event_outcome_known CHECK (outcome IN ('ok', 'refused'));
ALTER TABLE event ADD CONSTRAINT event_refused_changes_nothing CHECK (outcome = 'ok' OR to_state IS NULL);

-- ── Hashes are 64 lower-case hexadecimal digits ─────────────────────────────
-- Where the database does not compute the hash itself.
ALTER TABLE session ADD CONSTRAINT session_token_hash_form CHECK (token_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE commit ADD CONSTRAINT commit_tree_hash_form CHECK (tree_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE amendment_draft ADD CONSTRAINT amendment_draft_content_hash_form CHECK (content_hash ~ '^[0-9a-f]{64}$');

-- ── One open draft a standard ───────────────────────────────────────────────
CREATE UNIQUE INDEX edition_one_open_draft ON edition (standard_id)
  WHERE state IN ('drafting', 'consulting', 'finalising', 'scheduled');

-- ── A state is that of its last event ───────────────────────────────────────
ALTER TABLE amendment ADD CONSTRAINT amendment_state_of_last_event FOREIGN KEY (last_event_id, id, state)
  REFERENCES event (id, subject_id, to_state) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE edition ADD CONSTRAINT edition_state_of_last_event FOREIGN KEY (last_event_id, id, state)
  REFERENCES event (id, subject_id, to_state) DEFERRABLE INITIALLY DEFERRED;

-- ── Author or reviewer, contributor or publisher, never both ────────────────
-- MATCH SIMPLE: an imported revision has no amendment and needs no participant.
ALTER TABLE revision ADD CONSTRAINT revision_by_author FOREIGN KEY (amendment_id, author_id, author_role)
  REFERENCES participant (amendment_id, account_id, role);
ALTER TABLE amendment_edit ADD CONSTRAINT amendment_edit_by_author FOREIGN KEY (amendment_id, updated_by_id, updated_by_role)
  REFERENCES participant (amendment_id, account_id, role);
ALTER TABLE approval ADD CONSTRAINT approval_by_reviewer FOREIGN KEY (amendment_id, approver_id, approver_role)
  REFERENCES participant (amendment_id, account_id, role);
ALTER TABLE approval ADD CONSTRAINT approval_of_draft FOREIGN KEY (amendment_id, draft_number, content_hash)
  REFERENCES amendment_draft (amendment_id, number, content_hash);
ALTER TABLE publication ADD CONSTRAINT publication_by_publisher FOREIGN KEY (edition_id, publisher_id, publisher_role)
  REFERENCES edition_participant (edition_id, account_id, role);

-- ── The other references ────────────────────────────────────────────────────
ALTER TABLE edition ADD CONSTRAINT edition_head_commit FOREIGN KEY (head_commit_id, id)
  REFERENCES commit (id, edition_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE amendment ADD CONSTRAINT amendment_base_commit FOREIGN KEY (base_commit_id, edition_id)
  REFERENCES commit (id, edition_id);
ALTER TABLE amendment ADD CONSTRAINT amendment_merged_commit FOREIGN KEY (merged_commit_id, edition_id)
  REFERENCES commit (id, edition_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE publication ADD CONSTRAINT publication_commit FOREIGN KEY (commit_id, edition_id)
  REFERENCES commit (id, edition_id);
ALTER TABLE commit ADD CONSTRAINT commit_parent FOREIGN KEY (parent_id) REFERENCES commit (id);
ALTER TABLE commit ADD CONSTRAINT commit_amendment FOREIGN KEY (amendment_id) REFERENCES amendment (id);
-- Rows are derived in one go and revisions never change: one look for all of them (see its trigger) is as strong as a key.
ALTER TABLE reference DROP CONSTRAINT reference_revision_id_fkey;
-- An item stands in the section of its service, and follows it.
ALTER TABLE placement ADD CONSTRAINT placement_of_item FOREIGN KEY (edition_id, parent_service_id, section_id)
  REFERENCES placement (edition_id, service_id, section_id) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE revision ADD CONSTRAINT revision_merged_with FOREIGN KEY (merged_with_id) REFERENCES revision (id);
ALTER TABLE amendment_edit ADD CONSTRAINT amendment_edit_service FOREIGN KEY (service_id) REFERENCES service (id);
ALTER TABLE amendment_edit ADD CONSTRAINT amendment_edit_base FOREIGN KEY (base_revision_id) REFERENCES revision (id);
ALTER TABLE amendment_edit ADD CONSTRAINT amendment_edit_proposed FOREIGN KEY (proposed_revision_id) REFERENCES revision (id);
ALTER TABLE amendment_edit ADD CONSTRAINT amendment_edit_parent_service FOREIGN KEY (parent_service_id) REFERENCES service (id);
ALTER TABLE amendment_edit ADD CONSTRAINT amendment_edit_after_service FOREIGN KEY (after_service_id) REFERENCES service (id);
ALTER TABLE comment ADD CONSTRAINT comment_parent FOREIGN KEY (parent_id) REFERENCES comment (id);

-- Everyone who is named is an account. Accounts are never removed, so for revision and event, which are written most, a
-- look at the account when the row is written is as strong as a key and locks nothing (see their triggers).
DO $$
DECLARE named record;
BEGIN
  FOR named IN SELECT * FROM (VALUES
    ('idempotency_key', 'account_id'), ('edition', 'created_by_id'), ('edition_participant', 'account_id'),
    ('commit', 'actor_id'), ('amendment', 'created_by_id'), ('participant', 'account_id'),
    ('amendment_draft', 'submitted_by_id'), ('comment', 'author_id'), ('comment', 'resolved_by_id'),
    ('publication', 'requested_by_id'), ('finding', 'answered_by_id')) AS listed (tab, col)
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (%I) REFERENCES account (id)',
      named.tab, named.tab || '_' || named.col || '_account', named.col);
  END LOOP;
END $$;
