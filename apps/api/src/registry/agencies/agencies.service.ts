import { normalise } from '@dingben/references';
import { Injectable } from '@nestjs/common';
import { OutlineService } from '../../editions/outline/outline.service.js';
import { headings } from '../../editions/outline/tree.js';
import { offsetOf } from '../../platform/http/list.js';
import { notFound } from '../../platform/http/problem.js';
import type { RegistryActs } from '../acts/acts.dto.js';
import { RegistryActsRepository } from '../acts/acts.repository.js';
import type { ImpactDto } from '../impact/dto/impact.dto.js';
import { ImpactService } from '../impact/impact.service.js';
import { MentionsRepository } from '../impact/mentions.repository.js';
import type { AgenciesQuery, AgencyDetail, AgencyFields, AgencyList, LoadDto, LoadRow } from './dto/agency.dto.js';
import { AgencyNames, agencyFields, predecessorsOf, writtenAs } from './known-agencies.js';

const collator = new Intl.Collator('zh', { numeric: true });

/** Questions about agencies; the door for other features. */
@Injectable()
export class AgenciesService {
  constructor(
    private readonly names: AgencyNames,
    private readonly mentions: MentionsRepository,
    private readonly impacts: ImpactService,
    private readonly outlines: OutlineService,
    private readonly acts: RegistryActsRepository,
  ) {}

  async list(query: AgenciesQuery): Promise<AgencyList> {
    const { editionId, order, q, sort } = query;
    const sign = order === 'asc' ? 1 : -1;
    const found = [...agencyFields(await this.names.known(editionId ?? null)).values()]
      .filter(({ aliases, name }) => q === undefined || [name, ...aliases].some((one) => fold(one).includes(fold(q))))
      .sort((a, b) => sign * difference(a, b, sort) || collator.compare(a.name, b.name));
    return { items: found.slice(offsetOf(query), offsetOf(query) + query.perPage), total: found.length };
  }

  /** By its id, or by that of what nobody has registered. 404 `agency.not-found`. */
  async one(id: string): Promise<AgencyDetail> {
    const known = await this.names.known();
    const fields = agencyFields(known).get(id);
    if (fields === undefined) throw notFound('agency');
    const usage = await this.mentions.usage('agency', writtenAs(known, [id]));
    return { ...fields, predecessors: predecessorsOf(known, id), usage };
  }

  /** 404 `agency.not-found`. */
  async impact(id: string): Promise<ImpactDto> {
    const known = await this.names.known();
    if (!agencyFields(known).has(id)) throw notFound('agency');
    return this.impacts.of('agency', writtenAs(known, [id]));
  }

  /** 404 `agency.not-found`. */
  async history(id: string): Promise<RegistryActs> {
    const { registered } = await this.one(id);
    const items = registered ? await this.acts.of(id) : [];
    return { items, total: items.length };
  }

  /** 404 `edition.not-found`. */
  async load(editionId: string): Promise<LoadDto> {
    const { tree } = await this.outlines.current(editionId);
    const known = await this.names.known(editionId);
    const fields = agencyFields(known);
    const chapters = tree.sections.map(({ key, number, title }) => ({ key, number, title }));
    const counts = new Map<string, number[]>();
    for (const entry of tree.entries) {
      const chapter = chapters.findIndex(({ key }) => key === headings(entry)[0]?.key);
      for (const id of new Set(entry.revision.agencies.map(known.meaning))) {
        const row = counts.get(id) ?? chapters.map(() => 0);
        row[chapter] = (row[chapter] ?? 0) + 1;
        counts.set(id, row);
      }
    }
    const rows = [...counts].map(([id, row]): LoadRow => {
      const entries = row.reduce((sum, count) => sum + count, 0);
      return { id, name: fields.get(id)?.name ?? '', entries, counts: row };
    });
    return { chapters, rows: rows.sort((a, b) => b.entries - a.entries || collator.compare(a.name, b.name)) };
  }
}

function difference(a: AgencyFields, b: AgencyFields, sort: AgenciesQuery['sort']): number {
  return sort === 'name' ? collator.compare(a.name, b.name) : a[sort] - b[sort];
}

function fold(text: string): string {
  return normalise(text).toLowerCase();
}
