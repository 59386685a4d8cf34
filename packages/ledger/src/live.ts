import { frame } from '@dingben/kernel';
import { sha256 } from '@dingben/kernel/hash';
import { amendmentHash } from './amendment-hash.ts';
import { keyOf, LEDGERED, LEDGERED_TABLES, type LedgeredTable } from './payload.ts';
import type { Recorded } from './recorded.ts';
import { optional, readById, text, texts, type Read, type Row } from './rows.ts';

/** A node of an outline in document order, in the shape that packages/outline hashes. */
export type OutlineNode =
  | {
      readonly type: 'section';
      readonly kind: 'chapter' | 'category';
      readonly title: string;
      readonly restored: boolean;
    }
  | { readonly type: 'entry'; readonly depth: 0 | 1; readonly code: string | null; readonly revisionHash: string };

/** The two hashes of packages/outline. */
export interface OutlineHashes {
  readonly revisionHash: (revision: { readonly title: string; readonly provisions: ProvisionTexts | null }) => string;
  readonly treeHash: (nodes: Iterable<OutlineNode>) => string;
}
type ProvisionTexts = Readonly<Record<'targetGroup' | 'content' | 'standard' | 'funding' | 'leadAgency', string>>;

export type LiveCode =
  | 'row.altered'
  | 'row.missing'
  | 'row.unrecorded'
  | 'text.altered'
  | 'outline.altered'
  | 'amendment.altered'
  | 'publication.altered'
  | 'state.altered';

export interface BadRow {
  readonly table: string;
  readonly id: string;
  readonly code: LiveCode;
  /** The event that recorded what the row should be; null where none did. */
  readonly seq: number | null;
}

/** Every row of a protected table against the event that recorded it. */
export async function* judgeRows(read: Read, recorded: Recorded, hashes: OutlineHashes): AsyncGenerator<BadRow | null> {
  for (const table of LEDGERED_TABLES) {
    const key = keyOf(table);
    const columns = `${key}::text AS id, ARRAY[${LEDGERED[table].join(', ')}] AS fields${table === 'revision' ? REVISION_TEXTS : ''}`;
    for await (const row of readById(
      read,
      `SELECT ${columns} FROM ${table} WHERE ${key} > $1::uuid ORDER BY ${table}.${key}`,
    )) {
      yield judgeRow(table, row, recorded, hashes);
    }
  }
  for (const { table, id, seq } of recorded.left()) yield { table, id, seq, code: 'row.missing' };
}

const REVISION_TEXTS =
  ', title, target_group AS "targetGroup", content, standard, funding, lead_agency AS "leadAgency", content_hash AS "contentHash"';

function judgeRow(table: LedgeredTable, row: Row, recorded: Recorded, hashes: OutlineHashes): BadRow | null {
  const id = text(row, 'id');
  const record = recorded.take(table, id);
  if (record === undefined) return { table, id, seq: null, code: 'row.unrecorded' };
  const bad = (code: LiveCode) => ({ table, id, seq: record.seq, code });
  if (sha256(frame([table, ...texts(row, 'fields')])) !== record.payloadHash) return bad('row.altered');
  if (table === 'revision' && hashes.revisionHash(revisionOf(row)) !== text(row, 'contentHash'))
    return bad('text.altered');
  return null;
}

function revisionOf(row: Row): Parameters<OutlineHashes['revisionHash']>[0] {
  const title = text(row, 'title');
  if (row['content'] === null) return { title, provisions: null };
  const [targetGroup, content, standard] = [text(row, 'targetGroup'), text(row, 'content'), text(row, 'standard')];
  return {
    title,
    provisions: { targetGroup, content, standard, funding: text(row, 'funding'), leadAgency: text(row, 'leadAgency') },
  };
}

/** Every edition: its state against its last event, its outline against the tree hash of its head commit. */
export async function* judgeEditions(
  read: Read,
  recorded: Recorded,
  hashes: OutlineHashes,
): AsyncGenerator<BadRow | null> {
  const sql = `SELECT e.id::text AS id, e.state, c.tree_hash FROM edition e LEFT JOIN commit c
    ON c.edition_id = e.id AND c.number = (SELECT max(number) FROM commit WHERE edition_id = e.id) AND c.id = e.head_commit_id
    WHERE e.id > $1::uuid ORDER BY e.id`;
  for await (const row of readById(read, sql)) {
    const id = text(row, 'id');
    const last = recorded.state(id);
    const bad = (code: LiveCode) => ({ table: 'edition', id, seq: last?.seq ?? null, code });
    if (last?.state !== row['state']) yield bad('state.altered');
    else
      yield hashes.treeHash((await read(OUTLINE, [id])).map(nodeOf)) === row['tree_hash']
        ? null
        : bad('outline.altered');
  }
}

/** The outline of an edition in document order: in a path, 0 leads to a section's entries and 1 to its inner sections. */
const OUTLINE = `WITH RECURSIVE heading AS (
    SELECT id, kind, title, restored, ARRAY[position] AS path FROM section WHERE edition_id = $1::uuid AND parent_id IS NULL
    UNION ALL SELECT s.id, s.kind, s.title, s.restored, above.path || ARRAY['1' COLLATE "C", s.position]
    FROM heading above JOIN section s ON s.parent_id = above.id)
  SELECT path, kind, title, restored, NULL AS code, NULL AS hash, false AS item FROM heading
  UNION ALL SELECT CASE WHEN p.parent_service_id IS NULL THEN h.path || ARRAY['0' COLLATE "C", p.position]
      ELSE h.path || ARRAY['0' COLLATE "C", owner.position, p.position] END,
    NULL, NULL, NULL, s.code, r.content_hash, p.parent_service_id IS NOT NULL
  FROM placement p LEFT JOIN heading h ON h.id = p.section_id JOIN service s ON s.id = p.service_id
    JOIN revision r ON r.id = p.revision_id
    LEFT JOIN placement owner ON owner.edition_id = p.edition_id AND owner.service_id = p.parent_service_id
  WHERE p.edition_id = $1::uuid ORDER BY path`;

function nodeOf(row: Row): OutlineNode {
  const hash = optional(row, 'hash');
  if (hash !== null)
    return { type: 'entry', depth: row['item'] === true ? 1 : 0, code: text(row, 'code'), revisionHash: hash };
  const kind = text(row, 'kind') === 'chapter' ? 'chapter' : 'category';
  return { type: 'section', kind, title: text(row, 'title'), restored: row['restored'] === true };
}

/** Every amendment: its state against its last event, its content against what was submitted. */
export async function* judgeAmendments(read: Read, recorded: Recorded): AsyncGenerator<BadRow | null> {
  const sql = `SELECT a.id::text AS id, a.state, a.title, a.reason_class, a.rationale, a.legal_basis,
      a.state IN ('submitted', 'approved', 'merged', 'rejected') AS frozen, d.content_hash
    FROM amendment a LEFT JOIN amendment_draft d ON d.amendment_id = a.id AND d.number = a.draft_number
    WHERE a.id > $1::uuid ORDER BY a.id`;
  for await (const row of readById(read, sql)) {
    const id = text(row, 'id');
    const last = recorded.state(id);
    const bad = (code: LiveCode) => ({ table: 'amendment', id, seq: last?.seq ?? null, code });
    if (last?.state !== row['state']) yield bad('state.altered');
    else if (row['frozen'] === true && (await contentOf(read, id, row)) !== row['content_hash'])
      yield bad('amendment.altered');
    else yield null;
  }
}

async function contentOf(read: Read, id: string, row: Row): Promise<string> {
  const sql = `SELECT e.service_id::text AS service, e.kind, e.base_revision_id::text AS base, r.content_hash AS proposed,
      e.section_key::text AS section, e.parent_service_id::text AS parent, e.after_service_id::text AS after
    FROM amendment_edit e LEFT JOIN revision r ON r.id = e.proposed_revision_id WHERE e.amendment_id = $1::uuid`;
  const edits = (await read(sql, [id])).map((edit) => ({
    serviceId: text(edit, 'service'),
    kind: text(edit, 'kind'),
    baseRevisionId: optional(edit, 'base'),
    proposedHash: optional(edit, 'proposed'),
    sectionKey: optional(edit, 'section'),
    parentServiceId: optional(edit, 'parent'),
    afterServiceId: optional(edit, 'after'),
  }));
  const [title, reasonClass] = [text(row, 'title'), text(row, 'reason_class')];
  return amendmentHash({
    title,
    reasonClass,
    rationale: text(row, 'rationale'),
    legalBasis: text(row, 'legal_basis'),
    edits,
  });
}

/** Every publication: its manifest, and every artefact by the hash that the manifest lists. */
export async function* judgePublications(read: Read): AsyncGenerator<BadRow | null> {
  const sql = `SELECT p.id::text AS id, p.manifest, p.manifest_hash FROM publication p WHERE p.id > $1::uuid ORDER BY p.id`;
  for await (const row of readById(read, sql)) {
    const id = text(row, 'id');
    const manifest = text(row, 'manifest');
    const files = await read(
      `SELECT encode(sha256(bytes), 'hex') AS found FROM publication_artefact WHERE publication_id = $1::uuid`,
      [id],
    );
    const good =
      sha256(manifest) === row['manifest_hash'] && files.every((file) => manifest.includes(text(file, 'found')));
    yield good ? null : { table: 'publication', id, seq: null, code: 'publication.altered' };
  }
}
