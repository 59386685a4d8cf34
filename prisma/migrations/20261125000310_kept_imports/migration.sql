-- Documents on their way in: what was uploaded, what was understood of it, and what its editor answered. It belongs to one
-- person and is no part of any standard until it is finished.

CREATE TABLE import (
  id uuid NOT NULL DEFAULT uuidv7(),
  owner_id uuid NOT NULL,
  name text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  bytes bytea,
  state text NOT NULL DEFAULT 'reading',
  encoding text,
  reading text,
  steps text NOT NULL DEFAULT '[]',
  accepted text[] DEFAULT ARRAY[]::text[],
  against_id uuid,
  decisions text NOT NULL DEFAULT '[]',
  outcome jsonb,
  job_id uuid,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT import_pkey PRIMARY KEY (id),
  CONSTRAINT import_state_known CHECK (state IN ('reading', 'read', 'finishing', 'finished')),
  CONSTRAINT import_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT import_encoding_known CHECK (encoding IN ('utf-8', 'utf-16le', 'utf-16be', 'gb18030')),
  CONSTRAINT import_read_has_reading CHECK ((reading IS NOT NULL) = (state IN ('read', 'finishing'))),
  -- What is finished stands in the standard; the document itself is not kept twice.
  CONSTRAINT import_finished_has_outcome CHECK ((outcome IS NOT NULL) = (state = 'finished')
    AND (bytes IS NULL) = (state = 'finished')),
  CONSTRAINT import_owner_id_account FOREIGN KEY (owner_id) REFERENCES account (id),
  CONSTRAINT import_against_id_edition FOREIGN KEY (against_id) REFERENCES edition (id)
);
-- A document is compressed already, or is cut into pieces that are.
ALTER TABLE import ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE INDEX import_owner_id_created_at_idx ON import (owner_id, created_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON import TO dingben_app;
