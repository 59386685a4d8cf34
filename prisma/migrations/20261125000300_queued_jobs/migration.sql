-- Long work as rows: whoever has the lease of a row runs it, and a lease that is not renewed is anybody's.

CREATE TABLE job (
  id uuid NOT NULL DEFAULT uuidv7(),
  kind text NOT NULL,
  key text,
  input jsonb NOT NULL,
  state text NOT NULL DEFAULT 'queued',
  step text,
  done integer NOT NULL DEFAULT 0,
  total integer,
  result jsonb,
  problem jsonb,
  attempt integer NOT NULL DEFAULT 0,
  most_attempts integer NOT NULL,
  worker uuid,
  lease_until timestamptz(6),
  cancel_requested boolean NOT NULL DEFAULT false,
  asked_by_id uuid,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  started_at timestamptz(6),
  ended_at timestamptz(6),
  CONSTRAINT job_pkey PRIMARY KEY (id),
  CONSTRAINT job_state_known CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  CONSTRAINT job_attempts_range CHECK (most_attempts BETWEEN 1 AND 9 AND attempt BETWEEN 0 AND most_attempts),
  CONSTRAINT job_progress_range CHECK (done >= 0 AND (total IS NULL OR total >= done)),
  CONSTRAINT job_running_is_leased CHECK ((state = 'running') = (worker IS NOT NULL)
    AND (state = 'running') = (lease_until IS NOT NULL)),
  CONSTRAINT job_ended_has_time CHECK ((state IN ('done', 'failed', 'cancelled')) = (ended_at IS NOT NULL)),
  CONSTRAINT job_result_of_done CHECK (result IS NULL OR state = 'done'),
  CONSTRAINT job_problem_of_failed CHECK ((problem IS NOT NULL) = (state = 'failed')),
  CONSTRAINT job_asked_by_id_account FOREIGN KEY (asked_by_id) REFERENCES account (id)
);

CREATE INDEX job_asked_by_id_created_at_idx ON job (asked_by_id, created_at);
CREATE INDEX job_open ON job (created_at) WHERE state IN ('queued', 'running');
-- The same work that is asked for again while it is under way is the work that is under way.
CREATE UNIQUE INDEX job_one_a_key ON job (kind, key) WHERE state IN ('queued', 'running') AND NOT cancel_requested;

-- What has ended is removed after a time: what a job did is in the record of acts, where it is an act.
GRANT SELECT, INSERT, UPDATE, DELETE ON job TO dingben_app;
