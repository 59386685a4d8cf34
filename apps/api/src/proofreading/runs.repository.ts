import type { Finding } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import { recordEvent } from '../platform/acts.js';
import type { Tx } from '../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';
import type { ProofreadingDto } from './dto/proofreading.dto.js';

/** A finding with what it is kept by. */
export interface FoundRow extends Finding {
  readonly ordinal: number;
  readonly identity: string;
  readonly serviceId: string | null;
}

export interface Run {
  readonly editionId: string;
  /** Of the text that was read. */
  readonly treeHash: string;
  readonly askedById: string | null;
  readonly requestId: string;
  readonly rows: readonly FoundRow[];
}

const LATEST: HotStatement = {
  name: 'proofreading_latest',
  text: `SELECT CASE WHEN x.edition_id IS NULL THEN NULL ELSE json_build_object(
      'at', to_char(x.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'askedBy', CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id, 'name', a.name) END,
      'findings', x.findings, 'current', x.tree_hash = c.tree_hash) END AS latest,
    (SELECT j.id::text FROM job j WHERE j.kind = 'proofreading.edition' AND j.key = e.id::text
      AND j.state IN ('queued', 'running') AND NOT j.cancel_requested LIMIT 1) AS "jobId"
    FROM edition e JOIN commit c ON c.id = e.head_commit_id LEFT JOIN proofreading x ON x.edition_id = e.id
    LEFT JOIN account a ON a.id = x.asked_by_id WHERE e.id = $1`,
};

/** The columns that a run knows, as JSON gives them. */
const RECORD = `AS x(identity text, ordinal int, code text, severity text, entry text, "serviceId" uuid, provision text, start int, "end" int,
  found text, fix text, params jsonb)`;
const COLUMNS = 'ordinal, code, severity, entry, service_id, provision, start, "end", found, fix, params';
const VALUES =
  'x.ordinal, x.code, x.severity, x.entry, x."serviceId", x.provision, x.start, x."end", x.found, x.fix, x.params';

const DROP = `DELETE FROM finding f WHERE f.edition_id = $1::uuid AND f.origin = 'proofreading'
  AND NOT EXISTS (SELECT FROM jsonb_to_recordset($2::jsonb) ${RECORD} WHERE x.identity = f.identity)`;

/** What was answered stays answered: a row that is there keeps its state, answer and version. */
const KEEP = `INSERT INTO finding (edition_id, origin, identity, ${COLUMNS})
  SELECT $1::uuid, 'proofreading', x.identity, ${VALUES} FROM jsonb_to_recordset($2::jsonb) ${RECORD}
  ON CONFLICT (edition_id, identity) DO UPDATE SET (${COLUMNS}) = (SELECT excluded.ordinal, excluded.code, excluded.severity,
    excluded.entry, excluded.service_id, excluded.provision, excluded.start, excluded."end", excluded.found, excluded.fix, excluded.params)`;

@Injectable()
export class RunsRepository {
  constructor(private readonly reads: HotReads) {}

  /** Null where there is no such edition. */
  latest(editionId: string): Promise<ProofreadingDto | null> {
    return this.reads.row<ProofreadingDto>(LATEST, [editionId]);
  }

  /** Locks the edition, so that it is not published while its findings change; its state, or null where there is none. */
  async lockEdition(tx: Tx, editionId: string): Promise<string | null> {
    const [row] = await tx.$queryRaw<{ state: string }[]>`
      SELECT state FROM edition WHERE id = ${editionId}::uuid FOR NO KEY UPDATE`;
    return row?.state ?? null;
  }

  /** Writes the findings of a run over those of the run before, and that it was. */
  async keep(tx: Tx, { editionId, treeHash, askedById, requestId, rows }: Run): Promise<void> {
    const json = JSON.stringify(rows);
    await tx.$executeRawUnsafe(DROP, editionId, json);
    await tx.$executeRawUnsafe(KEEP, editionId, json);
    await tx.$executeRaw`
      INSERT INTO proofreading (edition_id, tree_hash, findings, asked_by_id)
      VALUES (${editionId}::uuid, ${treeHash}, ${rows.length}, ${askedById}::uuid)
      ON CONFLICT (edition_id) DO UPDATE SET tree_hash = excluded.tree_hash, findings = excluded.findings, at = now(),
        asked_by_id = excluded.asked_by_id`;
    await recordEvent(tx, {
      subjectType: 'edition',
      subjectId: editionId,
      editionId,
      action: 'edition.proofread',
      data: { treeHash, findings: rows.length },
      ...(askedById === null ? { actor: null, requestId } : { actor: { id: askedById, requestId } }),
    });
  }
}
