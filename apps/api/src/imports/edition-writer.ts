import { Injectable } from '@nestjs/common';
import { entries, type Finding, type Outline } from '@dingben/outline';
import { treeHash, treeNodes } from '@dingben/outline/hash';
import { randomUUID } from 'node:crypto';
import { recordEvent } from '../platform/acts.js';
import type { Tx } from '../platform/prisma/database.js';
import { ImportRepository, type NewFinding } from './import.repository.js';
import { rowsOf, type EntryRow } from './rows.js';

/** An edition that comes in as it was issued. */
export interface IncomingEdition {
  /** Every entry with its service's lasting code. */
  readonly outline: Outline;
  readonly id: string;
  readonly standardId: string;
  readonly label: string;
  readonly kind: string;
  /** Who brings it in: the author of its texts and of its first commit. */
  readonly actorId: string;
  readonly requestId: string;
  /** Further facts for the record. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly answerOf?: (finding: Finding) => Pick<NewFinding, 'state' | 'answer'>;
}

/** Writes an edition with everything that belongs to it, inside a transaction. */
@Injectable()
export class EditionWriter {
  readonly #imports: ImportRepository;

  constructor(imports: ImportRepository) {
    this.#imports = imports;
  }

  async write(tx: Tx, edition: IncomingEdition): Promise<void> {
    const { outline, id, standardId, actorId } = edition;
    const rows = rowsOf(outline, randomUUID);
    await this.#imports.allowTime(tx);
    await this.#begin(tx, edition);
    await this.#imports.insertSections(tx, id, rows.sections);
    const services = await this.#imports.ensureServices(tx, standardId, rows.entries);
    const placed = inStandard(rows.entries, services);
    await this.#imports.insertRevisions(tx, actorId, placed);
    await this.#imports.insertReferences(tx, rows.references);
    await this.#imports.insertPlacements(tx, id, placed);
    const message = `导入《${outline.title}》`;
    const commitId = await this.#imports.insertCommit(tx, edition, treeHash(treeNodes(outline)), message);
    await this.#imports.insertChanges(tx, commitId, rows.sections, placed);
    await this.#imports.setHead(tx, id, commitId);
    await this.#imports.insertFindings(tx, edition, findingsOf(edition, services));
  }

  async #begin(tx: Tx, edition: IncomingEdition): Promise<void> {
    const { outline, id, standardId, label, kind, actorId, requestId, data = {} } = edition;
    const eventId = await recordEvent(tx, {
      subjectType: 'edition',
      subjectId: id,
      editionId: id,
      action: 'edition.imported',
      toState: 'imported',
      data: { title: outline.title, findings: outline.findings?.length ?? 0, ...data },
      actor: { id: actorId, requestId },
    });
    await this.#imports.insertEdition(tx, { id, standardId, label, kind, eventId, actorId });
  }
}

/** The entries under the ids that the standard's services have had since an earlier edition. */
function inStandard(list: readonly EntryRow[], services: ReadonlyMap<string, string>): EntryRow[] {
  const ids = new Map(list.map(({ serviceId, code }) => [serviceId, services.get(code) ?? serviceId]));
  return list.map((row) => ({
    ...row,
    serviceId: ids.get(row.serviceId) ?? row.serviceId,
    parentServiceId: row.parentServiceId === null ? null : (ids.get(row.parentServiceId) ?? row.parentServiceId),
  }));
}

function findingsOf({ outline, answerOf }: IncomingEdition, services: ReadonlyMap<string, string>): NewFinding[] {
  const codes = new Map([...entries(outline)].map(({ path, entry }) => [path, entry.code ?? '']));
  return (outline.findings ?? []).map((finding) => {
    const code = finding.entry === undefined ? undefined : codes.get(finding.entry);
    const serviceId = code === undefined ? null : (services.get(code) ?? null);
    return { ...finding, serviceId, ...(answerOf?.(finding) ?? { state: 'open', answer: null }) };
  });
}
