import { sha256 } from '@dingben/kernel/hash';
import type { RegulationContent, Resolver, Unregistered } from '@dingben/registry';
import type { CitedRow } from '../impact/mentions.repository.js';
import type { RegulationRef, RegulationFields } from './dto/regulation.dto.js';
import type { RegulationRow, RegulationState } from './regulations.repository.js';

/** What is known of all regulations at one moment. */
export interface Known {
  readonly rows: ReadonlyMap<string, RegulationRow>;
  readonly resolver: Resolver;
  /** Entries that cite each regulation, by its id. */
  readonly citing: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every way in which texts cite. */
  readonly cited: readonly CitedRow[];
}

/** What names a regulation that has no row: the fingerprint of its key. */
export function idOf(key: string): string {
  return sha256(key);
}

export function refOf({ id, title, numbers }: RegulationRow): RegulationRef {
  return { id, title, numbers };
}

export function registeredDto(row: RegulationRow, { rows, citing }: Known): RegulationFields {
  const ref = (id: string | null): RegulationRef | null => {
    const found = id === null ? undefined : rows.get(id);
    return found === undefined ? null : refOf(found);
  };
  return {
    id: row.id,
    registered: true,
    ...contentOf(row),
    successor: ref(row.successorId),
    mergedInto: ref(row.mergedIntoId),
    entries: citing.get(row.id)?.size ?? 0,
    version: row.version,
  };
}

export function unregisteredDto({ key, title, number }: Unregistered, { citing }: Known): RegulationFields {
  return {
    id: idOf(key),
    registered: false,
    // Where no text gives a title, the number is what it is known by.
    title: title ?? number ?? '',
    numbers: number === undefined ? [] : [number],
    issuer: null,
    level: null,
    issuedOn: null,
    effectiveOn: null,
    repealedOn: null,
    status: null,
    source: null,
    successor: null,
    mergedInto: null,
    entries: citing.get(idOf(key))?.size ?? 0,
    version: 0,
  };
}

export function contentOf(row: RegulationContent): RegulationContent {
  const { title, numbers, issuer, level, issuedOn, effectiveOn, repealedOn, status, source } = row;
  return { title, numbers, issuer, level, issuedOn, effectiveOn, repealedOn, status, source };
}

export function stateOf(row: RegulationRow): RegulationState {
  const { successorId, mergedIntoId } = row;
  return { ...contentOf(row), successorId, mergedIntoId };
}
