import { Resolver, type Cited } from '@dingben/registry';
import { Injectable } from '@nestjs/common';
import type { CitedRow } from '../impact/mentions.repository.js';
import { MentionsService } from '../impact/mentions.service.js';
import { idOf, type Known } from './regulation.mapper.js';
import { RegulationsRepository } from './regulations.repository.js';

/** What is registered, and what texts cite, brought together by the rule of packages/registry. */
@Injectable()
export class KnownRegulations {
  constructor(
    private readonly regulations: RegulationsRepository,
    private readonly mentions: MentionsService,
  ) {}

  /** @param editionId counts citing entries in this edition; in those that stand unless given. */
  async all(editionId: string | null = null): Promise<Known> {
    const [rows, cited] = await Promise.all([this.regulations.all(), this.mentions.cited(editionId)]);
    const resolver = new Resolver(rows, cited.map(citedOf));
    const citing = new Map<string, Set<string>>();
    for (const row of cited) {
      const id = meaningOf(resolver, row);
      const services = citing.get(id) ?? new Set();
      for (const service of row.services) services.add(service);
      citing.set(id, services);
    }
    return { rows: new Map(rows.map((row) => [row.id, row])), resolver, citing, cited };
  }
}

/** Every way in which the texts write a regulation, given by its id. */
export function writtenAs({ cited, resolver }: Known, id: string): Cited[] {
  const root = resolver.rootOf(id);
  return cited.filter((row) => meaningOf(resolver, row) === root).map(citedOf);
}

function citedOf({ title, number }: CitedRow): Cited {
  return { ...(title !== null && { title }), ...(number !== null && { number }) };
}

function meaningOf(resolver: Resolver, row: CitedRow): string {
  const { regulationId, key } = resolver.resolve(citedOf(row));
  return regulationId ?? idOf(key);
}
