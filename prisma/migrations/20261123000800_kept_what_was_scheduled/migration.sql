-- Who publishes is another person than who scheduled: so that the second signs what the first asked for, the day and the
-- name stay as they were from the one act to the other. Unscheduling opens them again.
CREATE FUNCTION dingben_keep_scheduled() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'what was scheduled is published as it stands' USING ERRCODE = 'DN005';
END $$;
REVOKE ALL ON FUNCTION dingben_keep_scheduled() FROM PUBLIC;
CREATE TRIGGER edition_scheduled BEFORE UPDATE ON edition FOR EACH ROW
  WHEN (OLD.state = 'scheduled' AND NEW.state IN ('scheduled', 'published')
    AND (NEW.label, NEW.kind, NEW.effective_date, NEW.head_commit_id)
      IS DISTINCT FROM (OLD.label, OLD.kind, OLD.effective_date, OLD.head_commit_id))
  EXECUTE FUNCTION dingben_keep_scheduled();
