-- What is derived from a revision's text is one row and not a dozen, each with its checks and two index entries: writing them
-- was more than half of a save (docs/adr/0021). Each item is [kind, provision, start, end, key, data].
CREATE TABLE "reference_list" (
    "revision_id" UUID NOT NULL,
    "items" JSONB NOT NULL,

    CONSTRAINT "reference_list_pkey" PRIMARY KEY ("revision_id")
);
INSERT INTO reference_list (revision_id, items)
  SELECT revision_id, jsonb_agg(jsonb_build_array(kind, provision, start, "end", key, data) ORDER BY ordinal) FROM reference
  GROUP BY revision_id;
DROP TABLE reference;
ALTER TABLE reference_list ADD CONSTRAINT reference_list_items CHECK (jsonb_typeof(items) = 'array');

CREATE VIEW reference AS
  SELECT l.revision_id, (x.ordinality - 1)::int AS ordinal, x.item->>0 AS kind, x.item->>1 AS provision,
    (x.item->>2)::int AS start, (x.item->>3)::int AS "end", x.item->>4 AS key, x.item->5 AS data
  FROM reference_list l, jsonb_array_elements(l.items) WITH ORDINALITY AS x(item, ordinality);

-- Dropped and derived again, never changed in place; and of a revision that is there.
CREATE TRIGGER reference_list_replaced BEFORE UPDATE OR TRUNCATE ON reference_list
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_refuse_change();
CREATE TRIGGER reference_list_guard AFTER INSERT ON reference_list REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION dingben_guard_references();

GRANT SELECT, INSERT, DELETE ON reference_list TO dingben_app;
GRANT SELECT ON reference TO dingben_app;
