import { Injectable } from '@nestjs/common';
import { findForbidden } from '@dingben/kernel';
import { entries, sections, type Outline } from '@dingben/outline';
import { randomUUID } from 'node:crypto';
import { Database } from '../platform/prisma/database.js';
import { UnitOfWork } from '../platform/prisma/unit-of-work.js';
import { EditionWriter } from './edition-writer.js';
import { ImportRepository } from './import.repository.js';
import { withCodes } from './rows.js';

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
  readonly #writer: EditionWriter;

  constructor(work: UnitOfWork, database: Database, imports: ImportRepository, writer: EditionWriter) {
    this.#work = work;
    this.#database = database;
    this.#imports = imports;
    this.#writer = writer;
  }

  /** All of it or nothing, in one transaction. Throws where a text holds what may not be stored, or there is no entry. */
  async run(outline: Outline, { standardCode, kind }: ImportPlan): Promise<Imported> {
    refuseUnusable(outline);
    const known = await this.#imports.findEdition(this.#database.client, standardCode, outline.edition);
    if (known !== null) return { editionId: known, created: false };
    const id = randomUUID();
    const requestId = `import:${id}`;
    await this.#work.runAsSystem(
      requestId,
      async (tx) => {
        const actorId = await this.#imports.ensureImporter(tx);
        const standardId = await this.#imports.ensureStandard(tx, standardCode, standardTitle(outline));
        const coded = withCodes(outline);
        await this.#writer.write(tx, {
          outline: coded,
          id,
          standardId,
          label: outline.edition,
          kind,
          actorId,
          requestId,
        });
      },
      TIMEOUT,
    );
    return { editionId: id, created: true };
  }
}

/** The title without the brackets that name the edition: 北京市基本公共服务实施标准. */
export function standardTitle({ title, edition }: Pick<Outline, 'title' | 'edition'>): string {
  const firstWord = edition.split('（')[0] ?? '';
  const at = firstWord === '' ? -1 : title.indexOf(`（${firstWord}）`);
  return at <= 0 ? title : title.slice(0, at);
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
