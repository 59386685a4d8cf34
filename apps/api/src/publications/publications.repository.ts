import { Injectable } from '@nestjs/common';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';
import type { Tx } from '../platform/prisma/database.js';
import type { EditionFacts } from './document-meta.js';
import type { Format, PublicationDto } from './dto/publication.dto.js';

export interface Artefact {
  readonly format: Format;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A frozen file without its bytes, which are read piece by piece. */
export interface FrozenFile extends Omit<Artefact, 'bytes'> {
  readonly publicationId: string;
  readonly size: number;
}

export interface Titles extends EditionFacts {
  readonly standardTitle: string;
  readonly label: string;
}

export interface NewPublication {
  readonly editionId: string;
  readonly standardId: string;
  readonly number: number;
  readonly commitId: string;
  readonly treeHash: string;
  readonly effectiveDate: string;
  readonly requestedById: string;
  readonly publisherId: string;
  readonly manifest: string;
  readonly manifestHash: string;
}

/** What a publication is called and the day of the act, both of which its documents say. */
export interface Next {
  readonly number: number;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

export interface LedgerHead {
  readonly seq: number;
  readonly hash: string;
}

/** What the public is told of a publication that no longer holds. */
export interface NewWithdrawal {
  readonly explanation: string;
  /** `YYYY-MM-DD`. */
  readonly effectiveDate: string;
  readonly withdrawnById: string;
}

type Stored = Omit<PublicationDto, 'manifest'> & { readonly manifest: string };

const TITLES: HotStatement = {
  name: 'publication_titles',
  text: `SELECT s.title AS "standardTitle", e.label, e.state, e.effective_date::text AS "effectiveOn",
      (u.at AT TIME ZONE 'Asia/Shanghai')::date::text AS "publishedOn", u.commit_id::text AS "publishedCommitId",
      u.manifest::json->>'code' AS "publishedCode", e.head_commit_id::text AS "headCommitId"
    FROM edition e JOIN standard s ON s.id = e.standard_id LEFT JOIN publication u ON u.edition_id = e.id WHERE e.id = $1`,
};

const ONE: HotStatement = {
  name: 'publication_one',
  text: `SELECT u.number, to_char(u.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
      u.effective_date::text AS "effectiveDate", u.tree_hash AS "treeHash", u.manifest_hash AS "manifestHash", u.manifest, u.manifest::json ->> 'code' AS code,
      json_build_object('id', p.id, 'name', p.name) AS publisher, json_build_object('id', r.id, 'name', r.name) AS "requestedBy",
      (SELECT json_build_object('explanation', w.explanation, 'effectiveDate', w.effective_date,
          'at', to_char(w.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
          'withdrawnBy', json_build_object('id', b.id, 'name', b.name))
        FROM withdrawal w JOIN account b ON b.id = w.withdrawn_by_id WHERE w.publication_id = u.id) AS withdrawal,
      (SELECT COALESCE(json_agg(json_build_object('format', f.format, 'fileName', f.file_name, 'mediaType', f.media_type,
          'sha256', f.sha256, 'size', octet_length(f.bytes)) ORDER BY f.format), '[]')
        FROM publication_artefact f WHERE f.publication_id = u.id) AS artefacts
    FROM publication u JOIN account p ON p.id = u.publisher_id JOIN account r ON r.id = u.requested_by_id
    WHERE u.edition_id = $1`,
};

const ARTEFACT: HotStatement = {
  name: 'publication_artefact',
  text: `SELECT f.format, f.file_name AS "fileName", f.media_type AS "mediaType", f.sha256, f.bytes
    FROM publication_artefact f JOIN publication u ON u.id = f.publication_id WHERE u.edition_id = $1 AND f.format = $2`,
};

const FROZEN: HotStatement = {
  name: 'publication_frozen_file',
  text: `SELECT f.format, f.file_name AS "fileName", f.media_type AS "mediaType", f.sha256, octet_length(f.bytes) AS size,
      u.id::text AS "publicationId"
    FROM publication_artefact f JOIN publication u ON u.id = f.publication_id WHERE u.edition_id = $1 AND f.format = $2`,
};

const PIECE: HotStatement = {
  name: 'publication_artefact_piece',
  text: `SELECT substring(bytes FROM $3::int + 1 FOR $4::int) AS piece FROM publication_artefact
    WHERE publication_id = $1 AND format = $2`,
};

@Injectable()
export class PublicationsRepository {
  constructor(private readonly reads: HotReads) {}

  titles(editionId: string): Promise<Titles | null> {
    return this.reads.row<Titles>(TITLES, [editionId]);
  }

  ofEdition(editionId: string): Promise<Stored | null> {
    return this.reads.row<Stored>(ONE, [editionId]);
  }

  /** The frozen file as it was published; null where the edition has none. */
  artefact(editionId: string, format: Format): Promise<Artefact | null> {
    return this.reads.row<Artefact>(ARTEFACT, [editionId, format]);
  }

  /** The same without its bytes. */
  frozen(editionId: string, format: Format): Promise<FrozenFile | null> {
    return this.reads.row<FrozenFile>(FROZEN, [editionId, format]);
  }

  async frozenPiece(file: FrozenFile, offset: number, length: number): Promise<Uint8Array | null> {
    const values = [file.publicationId, file.format, offset, length];
    return (await this.reads.row<{ piece: Uint8Array }>(PIECE, values))?.piece ?? null;
  }

  /** The number that the standard's next publication takes, and today in Beijing. The edition's lock makes the number the only one. */
  async next(tx: Tx, standardId: string): Promise<Next> {
    const [row] = await tx.$queryRaw<Next[]>`
      SELECT COALESCE(max(number), 0)::int + 1 AS number, (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day
      FROM publication WHERE standard_id = ${standardId}::uuid`;
    if (row === undefined) throw new Error('an aggregate answered no row');
    return row;
  }

  /** The end of the ledger as this transaction sees it, before its own events; null where the ledger is empty. */
  async ledgerHead(tx: Tx): Promise<LedgerHead | null> {
    const [row] = await tx.$queryRaw<LedgerHead[]>`
      SELECT seq::int, hash FROM ledger_event ORDER BY ledger_event.seq DESC LIMIT 1`;
    return row ?? null;
  }

  async withdraw(tx: Tx, editionId: string, made: NewWithdrawal): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO withdrawal (publication_id, explanation, effective_date, withdrawn_by_id)
      SELECT id, ${made.explanation}, ${made.effectiveDate}::date, ${made.withdrawnById}::uuid
      FROM publication WHERE edition_id = ${editionId}::uuid`;
  }

  async insert(tx: Tx, made: NewPublication, artefacts: readonly Artefact[]): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO edition_participant (edition_id, account_id, role)
      VALUES (${made.editionId}::uuid, ${made.publisherId}::uuid, 'publisher')`;
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO publication (edition_id, standard_id, number, commit_id, tree_hash, effective_date, requested_by_id,
        publisher_id, manifest, manifest_hash)
      VALUES (${made.editionId}::uuid, ${made.standardId}::uuid, ${made.number}, ${made.commitId}::uuid, ${made.treeHash},
        ${made.effectiveDate}::date, ${made.requestedById}::uuid, ${made.publisherId}::uuid, ${made.manifest}, ${made.manifestHash})
      RETURNING id::text`;
    if (row === undefined) throw new Error('a publication was written and has no id');
    // One by one and as they are: through the query compiler a PDF of 10,000 entries would take seconds, in an open transaction.
    for (const { bytes, fileName, format, mediaType, sha256 } of artefacts) {
      await tx.$executeRaw`
        INSERT INTO publication_artefact (publication_id, format, file_name, media_type, sha256, bytes)
        VALUES (${row.id}::uuid, ${format}, ${fileName}, ${mediaType}, ${sha256}, ${bytes})`;
    }
  }
}
