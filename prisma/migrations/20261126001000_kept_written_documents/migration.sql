-- Files that were written for somebody, kept for a day; and publications freeze every form of their edition.

ALTER TABLE publication_artefact DROP CONSTRAINT publication_artefact_format_known;
ALTER TABLE publication_artefact ADD CONSTRAINT publication_artefact_format_known CHECK (
  format IN ('json', 'txt', 'html', 'docx', 'pdf', 'xlsx', 'akn'));
-- Read piece by piece: a value that is compressed would be unpacked from its beginning for each.
ALTER TABLE publication_artefact ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE written_document (
  id uuid NOT NULL DEFAULT uuidv7(),
  owner_id uuid NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  sha256 text NOT NULL,
  size integer NOT NULL,
  bytes bytea NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT written_document_pkey PRIMARY KEY (id),
  CONSTRAINT written_document_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  CONSTRAINT written_document_size_of_bytes CHECK (size = octet_length(bytes)),
  CONSTRAINT written_document_owner_id_account FOREIGN KEY (owner_id) REFERENCES account (id)
);
ALTER TABLE written_document ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE INDEX written_document_owner_id_created_at_idx ON written_document (owner_id, created_at);

-- It can be made again, to the same bytes, so it is removed after a time and never changed.
GRANT SELECT, INSERT, DELETE ON written_document TO dingben_app;
