import { leaves, nodes } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { notFound } from '../../platform/http/problem.js';
import { Database } from '../../platform/prisma/database.js';
import type { ImportDto, ImportListQuery, ImportPageDto } from './dto/import.dto.js';
import type { CountsDto, UnderstandingDto } from './dto/understanding.dto.js';
import { toImportDto } from './imports.mapper.js';
import { ImportsRepository } from './imports.repository.js';
import type { OpenImport } from './model.js';
import { findingForms, openErrors } from './reading/findings.js';
import { readingOf } from './reading/kept.js';
import type { KeptReading } from './reading/protocol.js';

/** Imports as their owner reads them; another person's are not there. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsRepository,
  ) {}

  async list(query: ImportListQuery, { id: ownerId }: Actor): Promise<ImportPageDto> {
    const { items, total } = await this.imports.list(this.database.client, query, ownerId);
    return { items: items.map(toImportDto), total };
  }

  async get(id: string, { id: ownerId }: Actor): Promise<ImportDto> {
    const row = await this.imports.find(this.database.client, id, ownerId);
    if (row === null) throw notFound('import');
    return toImportDto(row);
  }

  async open(id: string, { id: ownerId }: Actor): Promise<OpenImport> {
    const open = await this.imports.open(this.database.client, id, ownerId);
    if (open === null) throw notFound('import');
    return open;
  }

  /** 409 `import.not-now` where it is not read. */
  async understanding(id: string, actor: Actor): Promise<UnderstandingDto> {
    const open = await this.open(id, actor);
    const kept = readingOf(open);
    const { form, encoding, encodingCertain, previews, outline } = kept;
    const { findings = [], ...document } = outline;
    return {
      form,
      encoding,
      encodingCertain: encodingCertain || open.encoding !== null,
      previews,
      counts: countsOf(kept),
      outline: document,
      findings: findingForms(kept, open.accepted),
      openErrors: openErrors(findings, open.accepted),
      steps: open.steps.length,
      version: open.version,
    };
  }
}

function countsOf({ outline, characters }: KeptReading): CountsDto {
  const counts = { chapters: 0, categories: 0, services: 0 };
  for (const node of nodes(outline)) {
    if ('entry' in node) counts.services += node.depth === 0 ? 1 : 0;
    else if (node.section.kind === 'chapter') counts.chapters++;
    else counts.categories++;
  }
  const { input, inFindings } = characters;
  return { ...counts, leaves: [...leaves(outline)].length, characters: input, inFindings };
}
