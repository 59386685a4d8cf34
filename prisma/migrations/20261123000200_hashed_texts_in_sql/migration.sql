-- The canonical form and the hashes of packages/kernel, packages/outline and packages/ledger, computed a second time by
-- the database, which thereby need not believe what it is told. A test compares both over random texts.

DO $$
BEGIN
  IF getdatabaseencoding() <> 'UTF8' THEN
    RAISE EXCEPTION 'the database must be encoded in UTF8: hashes are over UTF-8 bytes';
  END IF;
END $$;

-- One field as `<bytes>:<text>,`; an absent one as `-,`.
CREATE FUNCTION dingben_field(field text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN field IS NULL THEN '-,' ELSE octet_length(field)::text || ':' || field || ',' END;

CREATE FUNCTION dingben_frame(VARIADIC fields text[]) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(string_agg(dingben_field(field), '' ORDER BY place), '')
          FROM unnest(fields) WITH ORDINALITY AS listed (field, place));

-- STABLE, as convert_to and extract are: PostgreSQL puts a function's body in place of the call only where it claims no more
-- than its body, and a call costs twenty times as much as the hash of a text.
CREATE FUNCTION dingben_sha256(content text) RETURNS text
  LANGUAGE sql STABLE STRICT PARALLEL SAFE
  RETURN encode(sha256(convert_to(content, 'UTF8')), 'hex');

-- Microseconds since 1970: a whole number, where a JavaScript Date would lose the last three digits.
CREATE FUNCTION dingben_microseconds(moment timestamptz) RETURNS bigint
  LANGUAGE sql STABLE STRICT PARALLEL SAFE
  RETURN (extract(epoch FROM moment) * 1000000)::bigint;

CREATE FUNCTION dingben_revision_hash(
  title text, target_group text, content text, standard text, funding text, lead_agency text
) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN dingben_sha256(
    dingben_field('dingben.revision/1') || dingben_field(title) || dingben_field(target_group) || dingben_field(content)
    || dingben_field(standard) || dingben_field(funding) || dingben_field(lead_agency));

-- That of a revision is asked for by its trigger, which keeps the expression planned; a check plans it for every statement.
ALTER TABLE publication ADD CONSTRAINT publication_manifest_hash_of_manifest
  CHECK (manifest_hash = dingben_sha256(manifest));
ALTER TABLE publication_artefact ADD CONSTRAINT publication_artefact_sha256_of_bytes
  CHECK (sha256 = encode(sha256(bytes), 'hex'));

-- What an approval approves: the reason given and every edit, in the order of service and kind. Texts by their hashes,
-- places by identities.
CREATE FUNCTION dingben_amendment_content_hash(amendment_id uuid) RETURNS text
  LANGUAGE sql STABLE STRICT PARALLEL SAFE
  RETURN (
    SELECT dingben_sha256(
      dingben_frame('dingben.amendment/1', a.title, a.reason_class, a.rationale, a.legal_basis)
      || coalesce(string_agg(
        dingben_frame(e.service_id::text, e.kind, e.base_revision_id::text, proposed.content_hash, e.section_key::text,
          e.parent_service_id::text, e.after_service_id::text),
        '' ORDER BY e.service_id, e.kind COLLATE "C") FILTER (WHERE e.id IS NOT NULL), ''))
    FROM amendment a
      LEFT JOIN amendment_edit e ON e.amendment_id = a.id
      LEFT JOIN revision proposed ON proposed.id = e.proposed_revision_id
    WHERE a.id = $1
    GROUP BY a.id);

-- treeHash of packages/outline over an edition's current outline, in document order: a section, its own entries (each
-- service followed by its items), its inner sections. A path is the order keys from the top with ' 0' before entries and ' 1'
-- before inner sections: a blank comes before every digit of an order key, so a path comes right before what is beneath it.
CREATE FUNCTION dingben_tree_hash(edition_id uuid) RETURNS text
  LANGUAGE sql STABLE STRICT
  RETURN (
    WITH RECURSIVE heading AS (
      SELECT id, kind, title, restored, position AS path
      FROM section WHERE section.edition_id = $1 AND parent_id IS NULL
      UNION ALL
      SELECT s.id, s.kind, s.title, s.restored, above.path || ' 1' || s.position
      FROM heading above JOIN section s ON s.parent_id = above.id
    ), node AS (
      SELECT path, dingben_field('section') || dingben_field(kind) || dingben_field(title)
        || dingben_field(CASE WHEN restored THEN 'restored' END) AS framed
      FROM heading
      UNION ALL
      SELECT h.path || ' 0' || CASE WHEN p.parent_service_id IS NULL THEN p.position
             ELSE owner.position || ' ' || p.position END,
        dingben_field('entry') || dingben_field(CASE WHEN p.parent_service_id IS NULL THEN '0' ELSE '1' END)
        || dingben_field(s.code) || dingben_field(r.content_hash)
      FROM placement p
        JOIN heading h ON h.id = p.section_id
        JOIN service s ON s.id = p.service_id
        JOIN revision r ON r.id = p.revision_id
        LEFT JOIN placement owner ON owner.edition_id = p.edition_id AND owner.service_id = p.parent_service_id
      WHERE p.edition_id = $1
    )
    SELECT dingben_sha256(dingben_field('dingben.tree/1') || coalesce(string_agg(framed, '' ORDER BY path), '')) FROM node);
