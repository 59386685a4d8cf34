-- What the service's own role may do: exactly what it needs. The role has to be there before this runs.
-- No UPDATE or DELETE on anything immutable, no INSERT into the ledger, nothing on outline_change.

REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
DO $$
DECLARE own regprocedure;
BEGIN
  FOR own IN SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'dingben\_%'
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', own);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO dingben_app;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO dingben_app;
REVOKE ALL ON outline_change FROM dingben_app;

GRANT INSERT, UPDATE, DELETE ON session, sign_in_throttle, idempotency_key, placement, amendment_edit TO dingben_app;
GRANT INSERT, UPDATE ON account, agency, edition, amendment, comment, finding TO dingben_app;
GRANT INSERT ON standard, service, section, revision, reference, commit, commit_change, edition_participant, participant,
  amendment_draft, approval, publication, publication_artefact, event TO dingben_app;

-- The checks on publication run as the writer; the hashes of texts and of what stands are asked for by commands.
GRANT EXECUTE ON FUNCTION dingben_field(text), dingben_frame(text[]), dingben_sha256(text),
  dingben_revision_hash(text, text, text, text, text, text), dingben_amendment_content_hash(uuid), dingben_tree_hash(uuid)
  TO dingben_app;
