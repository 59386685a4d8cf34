import { Injectable } from '@nestjs/common';
import type { PrintedMark } from './printed-mark.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';

/** A publication as the public may know it: whatever else its row holds (persons, ids) is not read. */
export interface PublicationRow {
  readonly code: string;
  readonly title: string;
  /** Today in Beijing. */
  readonly today: string;
  readonly number: number;
  readonly label: string;
  readonly effectiveDate: string;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string;
  /** The day of it in Beijing. */
  readonly publishedOn: string;
  readonly treeHash: string;
  readonly manifestHash: string;
  readonly withdrawal: WithdrawalRow | null;
}

export interface WithdrawalRow {
  /** The first day on which the edition is withdrawn. */
  readonly from: string;
  readonly explanation: string;
  /** When it was said; ISO 8601 in UTC. */
  readonly at: string;
}

export interface FileRow {
  readonly format: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
}

export interface FrozenRow {
  readonly treeHash: string;
  readonly manifestHash: string;
  readonly manifest: string;
  /** The file in the exchange form. */
  readonly json: Uint8Array;
  readonly files: readonly FileRow[];
}

const PUBLICATION = `s.code, s.title, (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today, u.number, e.label,
    u.effective_date::text AS "effectiveDate", to_char(u.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "publishedAt",
    to_char(u.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "publishedOn",
    u.tree_hash AS "treeHash", u.manifest_hash AS "manifestHash",
    CASE WHEN w.publication_id IS NOT NULL THEN json_build_object('from', w.effective_date, 'explanation', w.explanation,
      'at', to_char(w.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) END AS withdrawal
  FROM publication u JOIN standard s ON s.id = u.standard_id JOIN edition e ON e.id = u.edition_id
    LEFT JOIN withdrawal w ON w.publication_id = u.id`;

const ALL: HotStatement = {
  name: 'published_all',
  text: `SELECT ${PUBLICATION} ORDER BY s.code, u.number`,
};

const OF_STANDARD: HotStatement = {
  name: 'published_of_standard',
  text: `SELECT ${PUBLICATION} WHERE s.code = $1 ORDER BY u.number`,
};

const BY_MARK: HotStatement = {
  name: 'published_by_mark',
  text: `SELECT ${PUBLICATION} WHERE starts_with(u.manifest_hash, $1) OR starts_with(u.tree_hash, $1) OR u.manifest::json->>'code' = $2
    ORDER BY s.code, u.number LIMIT 20`,
};

const OF_EDITION: HotStatement = {
  name: 'published_of_edition',
  text: `SELECT s.code, u.number FROM publication u JOIN standard s ON s.id = u.standard_id WHERE u.edition_id = $1`,
};

const FROZEN: HotStatement = {
  name: 'published_frozen',
  text: `SELECT u.tree_hash AS "treeHash", u.manifest_hash AS "manifestHash", u.manifest, j.bytes AS json,
      (SELECT json_agg(json_build_object('format', f.format, 'fileName', f.file_name, 'mediaType', f.media_type,
          'sha256', f.sha256, 'size', octet_length(f.bytes)) ORDER BY f.format)
        FROM publication_artefact f WHERE f.publication_id = u.id) AS files
    FROM publication u JOIN standard s ON s.id = u.standard_id
      JOIN publication_artefact j ON j.publication_id = u.id AND j.format = 'json'
    WHERE s.code = $1 AND u.number = $2`,
};

const BYTES: HotStatement = {
  name: 'published_bytes',
  text: `SELECT f.bytes FROM publication_artefact f JOIN publication u ON u.id = f.publication_id
      JOIN standard s ON s.id = u.standard_id
    WHERE s.code = $1 AND u.number = $2 AND f.format = $3`,
};

/** Reads what was published, and nothing else: no draft, no person, no id. */
@Injectable()
export class PublishedRepository {
  constructor(private readonly reads: HotReads) {}

  all(): Promise<PublicationRow[]> {
    return this.reads.rows<PublicationRow>(ALL, []);
  }

  /** In the order of publication; none where there is no such standard, or nothing of it was published. */
  ofStandard(code: string): Promise<PublicationRow[]> {
    return this.reads.rows<PublicationRow>(OF_STANDARD, [code]);
  }

  /** Those whose manifest's or outline's hash begins so. */
  byMark({ hash, code }: PrintedMark): Promise<PublicationRow[]> {
    return this.reads.rows<PublicationRow>(BY_MARK, [hash, code]);
  }

  ofEdition(editionId: string): Promise<{ code: string; number: number } | null> {
    return this.reads.row(OF_EDITION, [editionId]);
  }

  frozen(code: string, number: number): Promise<FrozenRow | null> {
    return this.reads.row<FrozenRow>(FROZEN, [code, number]);
  }

  async bytes(code: string, number: number, format: string): Promise<Buffer | null> {
    return (await this.reads.row<{ bytes: Buffer }>(BYTES, [code, number, format]))?.bytes ?? null;
  }
}
