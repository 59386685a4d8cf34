import { Injectable } from '@nestjs/common';
import type { Finding } from '@dingben/outline';
import { NO_PASSWORD } from '../accounts/account.js';
import type { Reader, Tx } from '../platform/prisma/database.js';
import type { EntryRow, RevisionReferences, SectionRow } from './rows.js';

/** Rows in one statement: enough that the round trips do not count, few enough for one message. */
const BATCH = 500;

export interface NewEdition {
  readonly id: string;
  readonly standardId: string;
  readonly label: string;
  readonly kind: string;
  readonly eventId: string;
  readonly actorId: string;
}

/** A finding as an import leaves it; an answered one is answered by who brings the edition in. */
export interface NewFinding extends Finding {
  readonly serviceId: string | null;
  readonly state: 'open' | 'accepted';
  readonly answer: string | null;
}

/** Writes an edition in the order that the triggers of the outline ask for. */
@Injectable()
export class ImportRepository {
  /** An import of thousands of entries takes longer than a request may. */
  async allowTime(tx: Tx): Promise<void> {
    await tx.$queryRaw`SELECT set_config('statement_timeout', '600s', true), set_config('lock_timeout', '60s', true),
      set_config('idle_in_transaction_session_timeout', '60s', true)`;
  }

  async findEdition(db: Reader, code: string, label: string): Promise<string | null> {
    const [row] = await db.$queryRaw<{ id: string }[]>`
      SELECT e.id::text FROM edition e JOIN standard s ON s.id = e.standard_id WHERE s.code = ${code} AND e.label = ${label}`;
    return row?.id ?? null;
  }

  /** The account in whose name files are imported. It cannot sign in, so whoever works here contributed nothing to them. */
  async ensureImporter(tx: Tx): Promise<string> {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO account (username, name, roles, password_hash, active)
      VALUES ('importer', '导入程序', ARRAY['editor'], ${NO_PASSWORD}, false)
      ON CONFLICT (username) DO UPDATE SET username = excluded.username RETURNING id::text`;
    if (row === undefined) throw new Error('The importer has no account.');
    return row.id;
  }

  async ensureStandard(tx: Tx, code: string, title: string): Promise<string> {
    await tx.$executeRaw`INSERT INTO standard (code, title) VALUES (${code}, ${title}) ON CONFLICT (code) DO NOTHING`;
    const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT id::text FROM standard WHERE code = ${code}`;
    if (row === undefined) throw new Error('The standard has no row.');
    return row.id;
  }

  /** A standard of its own; null where there is one with this code. */
  async addStandard(tx: Tx, code: string, title: string): Promise<string | null> {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO standard (code, title) VALUES (${code}, ${title}) ON CONFLICT (code) DO NOTHING RETURNING id::text`;
    return row?.id ?? null;
  }

  /** Codes of all services of a standard, under a lock that additions take too: none is given twice. */
  async lockCodes(tx: Tx, standardId: string): Promise<string[]> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`dingben.service-code ${standardId}`}, 0))`;
    const rows = await tx.$queryRaw<
      { code: string }[]
    >`SELECT code FROM service WHERE standard_id = ${standardId}::uuid`;
    return rows.map(({ code }) => code);
  }

  async insertEdition(tx: Tx, { id, standardId, label, kind, eventId, actorId }: NewEdition): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO edition (id, standard_id, label, kind, origin, state, last_event_id, created_by_id)
      VALUES (${id}::uuid, ${standardId}::uuid, ${label}, ${kind}, 'imported', 'imported', ${eventId}::uuid, ${actorId}::uuid)`;
  }

  async insertSections(tx: Tx, editionId: string, sections: readonly SectionRow[]): Promise<void> {
    for (const json of batches(sections)) {
      await tx.$executeRaw`
        INSERT INTO section (id, edition_id, key, parent_id, kind, title, restored, position)
        SELECT id, ${editionId}::uuid, key, "parentId", kind, title, restored, position
        FROM jsonb_to_recordset(${json}::jsonb) AS x(id uuid, key uuid, "parentId" uuid, kind text, title text,
          restored boolean, position text)`;
    }
  }

  /**
   * Services that the standard does not know yet by their code. Answers the id of each code, because a later edition
   * names services that an earlier one brought.
   */
  async ensureServices(tx: Tx, standardId: string, entries: readonly EntryRow[]): Promise<Map<string, string>> {
    for (const json of batches(entries.map(({ serviceId, code }) => ({ serviceId, code })))) {
      await tx.$executeRaw`
        INSERT INTO service (id, standard_id, code)
        SELECT "serviceId", ${standardId}::uuid, code FROM jsonb_to_recordset(${json}::jsonb) AS x("serviceId" uuid, code text)
        ON CONFLICT (standard_id, code) DO NOTHING`;
    }
    const rows = await tx.$queryRaw<{ id: string; code: string }[]>`
      SELECT id::text, code FROM service WHERE standard_id = ${standardId}::uuid`;
    return new Map(rows.map(({ id, code }) => [code, id]));
  }

  async insertRevisions(tx: Tx, actorId: string, entries: readonly EntryRow[]): Promise<void> {
    for (const json of batches(entries)) {
      await tx.$executeRaw`
        INSERT INTO revision (id, service_id, title, target_group, content, standard, funding, lead_agency, content_hash, author_id)
        SELECT "revisionId", "serviceId", title, provisions->>'targetGroup', provisions->>'content', provisions->>'standard',
          provisions->>'funding', provisions->>'leadAgency', "contentHash", ${actorId}::uuid
        FROM jsonb_to_recordset(${json}::jsonb) AS x("revisionId" uuid, "serviceId" uuid, title text, provisions jsonb,
          "contentHash" text)`;
    }
  }

  async insertReferences(tx: Tx, lists: readonly RevisionReferences[]): Promise<void> {
    for (const json of batches(lists)) {
      await tx.$executeRaw`
        INSERT INTO reference_list (revision_id, items)
        SELECT "revisionId", items FROM jsonb_to_recordset(${json}::jsonb) AS x("revisionId" uuid, items jsonb)`;
    }
    const names = [...new Set(lists.flatMap(({ agencies }) => agencies))];
    await tx.$executeRaw`
      INSERT INTO agency (name, aliases) SELECT name, '{}' FROM unnest(${names}::text[]) AS name ON CONFLICT (name) DO NOTHING`;
  }

  async insertPlacements(tx: Tx, editionId: string, entries: readonly EntryRow[]): Promise<void> {
    for (const json of batches(entries)) {
      await tx.$executeRaw`
        INSERT INTO placement (edition_id, service_id, section_id, parent_service_id, position, revision_id)
        SELECT ${editionId}::uuid, "serviceId", "sectionId", "parentServiceId", position, "revisionId"
        FROM jsonb_to_recordset(${json}::jsonb) AS x("serviceId" uuid, "sectionId" uuid, "parentServiceId" uuid,
          position text, "revisionId" uuid)`;
    }
  }

  async insertCommit(
    tx: Tx,
    { id: editionId, actorId }: Pick<NewEdition, 'id' | 'actorId'>,
    treeHash: string,
    message: string,
  ): Promise<string> {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO commit (edition_id, number, kind, tree_hash, actor_id, message)
      VALUES (${editionId}::uuid, 1, 'import', ${treeHash}, ${actorId}::uuid, ${message}) RETURNING id::text`;
    if (row === undefined) throw new Error('A commit was written and has no id.');
    return row.id;
  }

  async insertChanges(
    tx: Tx,
    commitId: string,
    sections: readonly SectionRow[],
    entries: readonly EntryRow[],
  ): Promise<void> {
    const changes = [
      ...sections.map(({ key, parentKey, kind, title, restored, position }) => {
        return { sectionKey: key, after: { parentKey, kind, title, restored, position } };
      }),
      ...entries.map(({ serviceId, sectionKey, parentServiceId, position, revisionId }) => {
        return { serviceId, after: { sectionKey, parentServiceId, position, revisionId } };
      }),
    ].map((change, ordinal) => ({ ...change, ordinal }));
    for (const json of batches(changes)) {
      await tx.$executeRaw`
        INSERT INTO commit_change (commit_id, ordinal, operation, service_id, section_key, after)
        SELECT ${commitId}::uuid, ordinal, 'add', "serviceId", "sectionKey", after
        FROM jsonb_to_recordset(${json}::jsonb) AS x(ordinal int, "serviceId" uuid, "sectionKey" uuid, after jsonb)`;
    }
  }

  async setHead(tx: Tx, editionId: string, commitId: string): Promise<void> {
    await tx.$executeRaw`UPDATE edition SET head_commit_id = ${commitId}::uuid WHERE id = ${editionId}::uuid`;
  }

  async insertFindings(
    tx: Tx,
    { id: editionId, actorId }: Pick<NewEdition, 'id' | 'actorId'>,
    findings: readonly NewFinding[],
  ): Promise<void> {
    for (const json of batches(findings.map((finding, index) => ({ ...finding, ordinal: index + 1 })))) {
      await tx.$executeRaw`
        INSERT INTO finding (edition_id, ordinal, code, severity, entry, service_id, provision, line, start, "end", found, fix,
          state, answer, answered_by_id, answered_at)
        SELECT ${editionId}::uuid, ordinal, code, severity, entry, "serviceId", provision, line, start, "end", found, fix,
          state, answer, CASE state WHEN 'open' THEN NULL ELSE ${actorId}::uuid END, CASE state WHEN 'open' THEN NULL ELSE now() END
        FROM jsonb_to_recordset(${json}::jsonb) AS x(ordinal int, code text, severity text, entry text, "serviceId" uuid,
          provision text, line int, start int, "end" int, found text, fix text, state text, answer text)`;
    }
  }
}

function* batches(rows: readonly object[]): Generator<string> {
  for (let at = 0; at < rows.length; at += BATCH) yield JSON.stringify(rows.slice(at, at + BATCH));
}
