import type { RegulationSort, RegulationFields } from './dto/regulation.dto.js';

const collator = new Intl.Collator('zh', { numeric: true });

const VALUES: Readonly<Record<RegulationSort, (row: RegulationFields) => string | number>> = {
  title: ({ title }) => title,
  number: ({ numbers }) => numbers[0] ?? '',
  status: ({ status }) => status ?? '',
  issuedOn: ({ issuedOn }) => issuedOn ?? '',
  effectiveOn: ({ effectiveOn }) => effectiveOn ?? '',
  entries: ({ entries }) => entries,
};

/** Sorted by one column, then by title and id, so that pages never overlap. */
export function inOrder(
  rows: readonly RegulationFields[],
  sort: RegulationSort,
  order: 'asc' | 'desc',
): RegulationFields[] {
  const valueOf = VALUES[sort];
  const sign = order === 'asc' ? 1 : -1;
  return [...rows].sort(
    (a, b) => sign * compare(valueOf(a), valueOf(b)) || collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1),
  );
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}
