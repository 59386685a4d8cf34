import { PROVISION_KEYS, type Span } from '@dingben/outline';
import { normalise } from './normalise.ts';
import { REFERENCE_KINDS, type Reference, type ReferenceKind } from './reference.ts';
import { regulationKeys } from './regulation-keys.ts';

/** The kinds of which a person may say that they were misread. */
export const CORRECTABLE_KINDS = ['citation', 'certificate', 'quantity'] as const satisfies readonly ReferenceKind[];
export type CorrectableKind = (typeof CORRECTABLE_KINDS)[number];

/** What stands in a place by a person's word. */
export type Corrected = Pick<Reference, 'kind' | 'key' | 'data'>;

/** A person's word on what stands in a place of a text; `to` is null where it is nothing of the kind. */
export interface Correction extends Span {
  readonly kind: CorrectableKind;
  readonly to: Corrected | null;
}

/** What a person says of a reference: which regulation it means, that it is none, what amount it is, or that it is nothing. */
export type Verdict =
  | { readonly verdict: 'regulation'; readonly title?: string | undefined; readonly number?: string | undefined }
  | { readonly verdict: 'not-regulation' }
  | ({ readonly verdict: 'quantity' } & QuantityVerdict)
  | { readonly verdict: 'nothing' };

export interface QuantityVerdict {
  readonly value: number;
  readonly upper?: number | undefined;
  readonly unit: string;
  readonly comparator?: string | undefined;
  readonly perWhom?: string | undefined;
  readonly perPeriod?: string | undefined;
}

/** What a verdict makes of a reference; undefined where it does not go with its kind, or names no regulation. */
export function corrected(reference: Corrected, verdict: Verdict): Corrected | null | undefined {
  const isTitle = reference.kind === 'citation' || reference.kind === 'certificate';
  switch (verdict.verdict) {
    case 'regulation':
      return isTitle ? regulation(reference, verdict) : undefined;
    case 'not-regulation': {
      const title = String(reference.data['title'] ?? reference.data['number'] ?? '');
      return reference.kind === 'citation'
        ? { kind: 'certificate', key: normalise(title), data: { title, corrected: true } }
        : undefined;
    }
    case 'quantity':
      return reference.kind === 'quantity' ? quantity(verdict) : undefined;
    case 'nothing':
      return null;
  }
}

function regulation(
  { data }: Corrected,
  { title, number }: { title?: string | undefined; number?: string | undefined },
) {
  const keys = regulationKeys({ title, number });
  const key = keys.number ?? keys.title;
  if (key === null) return undefined;
  const kind = data['numberKind'];
  const named = {
    ...(keys.title !== null && { title: title ?? '' }),
    ...(keys.number !== null && { number: number ?? '' }),
  };
  return {
    kind: 'citation' as const,
    key,
    data: { ...named, ...(kind !== undefined && { numberKind: kind }), corrected: true },
  };
}

function quantity({ value, upper, unit, comparator, perWhom, perPeriod }: QuantityVerdict): Corrected {
  const data = {
    value,
    ...(upper !== undefined && { upper }),
    unit,
    ...(comparator !== undefined && { comparator }),
    ...(perWhom !== undefined && { perWhom }),
    ...(perPeriod !== undefined && { perPeriod }),
    corrected: true,
  };
  return { kind: 'quantity', key: `${value}${upper === undefined ? '' : `-${upper}`}${unit}`, data };
}

/**
 * What holds of a text: what was derived from it, with the corrections applied in their order, each over the one before. A
 * correction outlives a scanner that reads the place differently: it takes the place of whatever of its kind it touches.
 */
export function withCorrections(derived: readonly Reference[], corrections: readonly Correction[]): Reference[] {
  if (corrections.length === 0) return [...derived];
  let rows: Omit<Reference, 'ordinal'>[] = [...derived];
  for (const { provision, start, end, kind, to } of corrections) {
    const kinds: readonly ReferenceKind[] = to === null ? [kind] : [kind, to.kind];
    const touches = (row: Omit<Reference, 'ordinal'>): boolean =>
      row.provision === provision && kinds.includes(row.kind) && row.start < end && row.end > start;
    rows = rows.filter((row) => !touches(row));
    if (to !== null) rows.push({ provision, start, end, ...to });
  }
  return numbered(rows);
}

/** In the order in which they are derived, numbered by kind. */
function numbered(rows: readonly Omit<Reference, 'ordinal'>[]): Reference[] {
  const place = (row: Omit<Reference, 'ordinal'>): number =>
    REFERENCE_KINDS.indexOf(row.kind) * PROVISION_KEYS.length + PROVISION_KEYS.indexOf(row.provision);
  const next = new Map<ReferenceKind, number>();
  return [...rows]
    .sort((one, other) => place(one) - place(other) || one.start - other.start)
    .map((row) => {
      const ordinal = next.get(row.kind) ?? 0;
      next.set(row.kind, ordinal + 1);
      return { ...row, ordinal };
    });
}
