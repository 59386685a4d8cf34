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

export interface LedgerHead {
  readonly seq: number;
  readonly hash: string;
}

type Stored = Omit<PublicationDto, 'manifest'> & { readonly manifest: string };

const TITLES: HotStatement = {
  name: 'publication_titles',
  text: `SELECT s.title AS "standardTitle", e.label, e.state, e.effective_date::text AS "effectiveOn",
      (u.at AT TIME ZONE 'Asia/Shanghai')::date::text AS "publishedOn", u.commit_id::text AS "publishedCommitId",
      e.head_commit_id::text AS "headCommitId"
    FROM edition e JOIN standard s ON s.id = e.standard_id LEFT JOIN publication u ON u.edition_id = e.id WHERE e.id = $1`,
};

const ONE: HotStatement = {
  name: 'publication_one',
  text: `SELECT u.number, to_char(u.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
      u.effective_date::text AS "effectiveDate", u.tree_hash AS "treeHash", u.manifest_hash AS "manifestHash", u.manifest,
      json_build_object('id', p.id, 'name', p.name) AS publisher, json_build_object('id', r.id, 'name', r.name) AS "requestedBy",
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

const TODAY: HotStatement = {
  name: 'publication_today',
  text: `SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day`,
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

  /** The day that it is in Beijing, by the clock of the database. */
  async today(): Promise<string> {
    const row = await this.reads.row<{ day: string }>(TODAY, []);
    if (row === null) throw new Error('the database knows no day');
    return row.day;
  }

  /** The number that the standard's next publication takes. The edition's lock makes it the only one. */
  async nextNumber(tx: Tx, standardId: string): Promise<number> {
    const [row] = await tx.$queryRaw<{ number: number }[]>`
      SELECT COALESCE(max(number), 0)::int + 1 AS number FROM publication WHERE standard_id = ${standardId}::uuid`;
    return row?.number ?? 1;
  }

  /** The end of the ledger as this transaction sees it, before its own events; null where the ledger is empty. */
  async ledgerHead(tx: Tx): Promise<LedgerHead | null> {
    const [row] = await tx.$queryRaw<LedgerHead[]>`
      SELECT seq::int, hash FROM ledger_event ORDER BY ledger_event.seq DESC LIMIT 1`;
    return row ?? null;
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
    await tx.publicationArtefact.createMany({
      data: artefacts.map((artefact) => ({ publicationId: row.id, ...artefact })),
    });
  }
}
