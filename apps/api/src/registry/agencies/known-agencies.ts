import { sha256 } from '@dingben/kernel/hash';
import { agencyKeyOf, type Cited } from '@dingben/registry';
import { Injectable } from '@nestjs/common';
import type { NamedRow } from '../impact/mentions.repository.js';
import { MentionsService } from '../impact/mentions.service.js';
import { AgenciesRepository, type AgencyRow, type SuccessionRow } from './agencies.repository.js';
import type { AgencyFields, SuccessionRef } from './dto/agency.dto.js';

/** What is known of all agencies at one moment: what is registered, and what texts name. */
export interface KnownAgencies {
  readonly rows: ReadonlyMap<string, AgencyRow>;
  readonly successions: readonly SuccessionRow[];
  readonly named: readonly NamedRow[];
  /** Id of the agency that a name means. */
  readonly meaning: (name: string) => string;
}

/** Brings the registry of agencies and the names in the texts together. */
@Injectable()
export class AgencyNames {
  constructor(
    private readonly agencies: AgenciesRepository,
    private readonly mentions: MentionsService,
  ) {}

  /** @param editionId names in this edition; in those that stand unless given. */
  async known(editionId: string | null = null): Promise<KnownAgencies> {
    const [rows, successions, named] = await Promise.all([
      this.agencies.all(),
      this.agencies.successions(),
      this.mentions.named(editionId),
    ]);
    const { distinct, ids } = togetherByName(rows);
    const meaning = (name: string): string => ids.get(agencyKeyOf(name)) ?? sha256(agencyKeyOf(name));
    return { rows: distinct, successions, named, meaning };
  }
}

/** Rows whose names are spellings of one name are one agency: the first of them, with the others as aliases. */
function togetherByName(rows: readonly AgencyRow[]): {
  readonly distinct: Map<string, AgencyRow>;
  readonly ids: Map<string, string>;
} {
  const distinct = new Map<string, AgencyRow>();
  const ids = new Map<string, string>();
  for (const row of rows) {
    const first = distinct.get(ids.get(agencyKeyOf(row.name)) ?? '');
    if (first === undefined) {
      distinct.set(row.id, row);
      ids.set(agencyKeyOf(row.name), row.id);
    } else distinct.set(first.id, { ...first, aliases: [...first.aliases, row.name, ...row.aliases] });
  }
  for (const { aliases, id } of distinct.values()) {
    for (const alias of aliases) if (!ids.has(agencyKeyOf(alias))) ids.set(agencyKeyOf(alias), id);
  }
  return { distinct, ids };
}

/** Every way in which the texts write these agencies. */
export function writtenAs({ meaning, named }: KnownAgencies, ids: readonly string[]): Cited[] {
  return named.filter(({ name }) => ids.includes(meaning(name))).map(({ name }) => ({ title: name }));
}

/** Every agency that is registered or named, by its id. */
export function agencyFields(known: KnownAgencies): Map<string, AgencyFields> {
  const counted = countsOf(known);
  const ids = new Set([...known.rows.keys(), ...counted.keys()]);
  return new Map(
    [...ids].map((id) => {
      const row = known.rows.get(id);
      const count = counted.get(id);
      const fields: AgencyFields = {
        id,
        registered: row !== undefined,
        name: row?.name ?? count?.name ?? '',
        aliases: row?.aliases ?? [],
        entries: count?.services.size ?? 0,
        leads: count?.leads.size ?? 0,
        beganOn: row?.beganOn ?? null,
        endedOn: row?.endedOn ?? null,
        successors: successorsOf(known, id),
        version: row?.version ?? 0,
      };
      return [id, fields];
    }),
  );
}

interface Count {
  readonly name: string;
  readonly services: Set<string>;
  readonly leads: Set<string>;
}

function countsOf({ meaning, named }: KnownAgencies): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { leads, name, services } of named) {
    const id = meaning(name);
    const count = counts.get(id) ?? { name, services: new Set(), leads: new Set() };
    for (const service of services) count.services.add(service);
    for (const service of leads) count.leads.add(service);
    counts.set(id, count);
  }
  return counts;
}

export function successorsOf({ rows, successions }: KnownAgencies, id: string): SuccessionRef[] {
  return successions.filter(({ agencyId }) => agencyId === id).map((row) => refOf(row, row.successorId, rows));
}

export function predecessorsOf({ rows, successions }: KnownAgencies, id: string): SuccessionRef[] {
  return successions.filter(({ successorId }) => successorId === id).map((row) => refOf(row, row.agencyId, rows));
}

function refOf({ kind, on }: SuccessionRow, id: string, rows: KnownAgencies['rows']): SuccessionRef {
  return { id, name: rows.get(id)?.name ?? '', kind, on };
}
