import { Injectable } from '@nestjs/common';
import { findForbidden } from '@dingben/kernel';
import { entries, sections, type Finding, type Outline } from '@dingben/outline';
import { treeHash, treeNodes } from '@dingben/outline/hash';
import { randomUUID } from 'node:crypto';
import { recordEvent } from '../platform/acts.js';
import { Database, type Tx } from '../platform/prisma/database.js';
import { UnitOfWork } from '../platform/prisma/unit-of-work.js';
import { ImportRepository, type NewEdition } from './import.repository.js';
import { rowsOf, withCodes, type EntryRow, type OutlineRows } from './rows.js';

/** What an import is told beside the text. */
export interface ImportPlan {
  /** The standard's lasting code; it is made where it is not there. */
  readonly standardCode: string;
  readonly kind: 'final' | 'consultation-draft';
}

export interface Imported {
  readonly editionId: string;
  /** False where this standard had an edition with this label already, and nothing was written. */
  readonly created: boolean;
}

/** Ten minutes: 10,000 entries take some seconds, and a slow disk must not undo them. */
const TIMEOUT = 600_000;

/** Takes a document that was read into the database as a frozen edition, exactly as it was issued. */
@Injectable()
export class ImportEditionCommand {
  readonly #work: UnitOfWork;
  readonly #database: Database;
  readonly #imports: ImportRepository;

  constructor(work: UnitOfWork, database: Database, imports: ImportRepository) {
    this.#work = work;
    this.#database = database;
    this.#imports = imports;
  }

  /** All of it or nothing, in one transaction. Throws where a text holds what may not be stored, or there is no entry. */
  async run(outline: Outline, plan: ImportPlan): Promise<Imported> {
    refuseUnusable(outline);
    const known = await this.#imports.findEdition(this.#database.client, plan.standardCode, outline.edition);
    if (known !== null) return { editionId: known, created: false };
    const coded = withCodes(outline);
    const rows = rowsOf(coded, randomUUID);
    const editionId = randomUUID();
    await this.#work.runAsSystem(`import:${editionId}`, (tx) => this.#write(tx, coded, plan, rows, editionId), TIMEOUT);
    return { editionId, created: true };
  }

  async #write(tx: Tx, outline: Outline, plan: ImportPlan, rows: OutlineRows, editionId: string): Promise<void> {
    await this.#imports.allowTime(tx);
    const edition = await this.#begin(tx, outline, plan, editionId);
    await this.#imports.insertSections(tx, editionId, rows.sections);
    const services = await this.#imports.ensureServices(tx, edition.standardId, rows.entries);
    const placed = inStandard(rows.entries, services);
    await this.#imports.insertRevisions(tx, edition.actorId, placed);
    await this.#imports.insertReferences(tx, rows.references);
    await this.#imports.insertPlacements(tx, editionId, placed);
    const message = `导入《${outline.title}》`;
    const commitId = await this.#imports.insertCommit(tx, edition, treeHash(treeNodes(outline)), message);
    await this.#imports.insertChanges(tx, commitId, rows.sections, placed);
    await this.#imports.setHead(tx, editionId, commitId);
    await this.#imports.insertFindings(tx, editionId, withServices(outline, services));
  }

  async #begin(tx: Tx, outline: Outline, plan: ImportPlan, id: string): Promise<NewEdition> {
    const actorId = await this.#imports.ensureImporter(tx);
    const standardId = await this.#imports.ensureStandard(tx, plan.standardCode, standardTitle(outline));
    const eventId = await recordEvent(tx, {
      subjectType: 'edition',
      subjectId: id,
      editionId: id,
      action: 'edition.imported',
      toState: 'imported',
      data: { title: outline.title, findings: outline.findings?.length ?? 0 },
      actor: { id: actorId, requestId: `import:${id}` },
    });
    const edition = { id, standardId, label: outline.edition, kind: plan.kind, eventId, actorId };
    await this.#imports.insertEdition(tx, edition);
    return edition;
  }
}

/** The title without the brackets that name the edition: 北京市基本公共服务实施标准. */
export function standardTitle({ title, edition }: Pick<Outline, 'title' | 'edition'>): string {
  const firstWord = edition.split('（')[0] ?? '';
  const at = firstWord === '' ? -1 : title.indexOf(`（${firstWord}）`);
  return at <= 0 ? title : title.slice(0, at);
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

function withServices(
  outline: Outline,
  services: ReadonlyMap<string, string>,
): (Finding & { serviceId: string | null })[] {
  const codes = new Map([...entries(outline)].map(({ path, entry }) => [path, entry.code ?? '']));
  return (outline.findings ?? []).map((finding) => {
    const code = finding.entry === undefined ? undefined : codes.get(finding.entry);
    return { ...finding, serviceId: code === undefined ? null : (services.get(code) ?? null) };
  });
}

function refuseUnusable(outline: Outline): void {
  if (outline.edition === '') throw new Error('The document names no edition (（2023年版）) in its title.');
  const all = [...entries(outline)];
  if (all.length === 0) throw new Error('The document has no entries.');
  const refuse = (text: string, where: string): void => {
    const found = findForbidden(text);
    if (found === null) return;
    const codePoint = `U+${found.codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    throw new Error(`${where} holds ${codePoint} at offset ${found.offset}, which may not be stored.`);
  };
  refuse(outline.title, 'The title');
  for (const { section } of sections(outline)) refuse(section.title, `The heading ${section.number}`);
  for (const { entry, path } of all) {
    refuse(entry.title, `The title of ${path}`);
    for (const [key, text] of Object.entries(entry.provisions ?? {})) refuse(text, `${key} of ${path}`);
  }
}
