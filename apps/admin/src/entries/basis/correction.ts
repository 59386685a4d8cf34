import type { Reference } from '../../api/types.ts';
import { said } from './reading.ts';

export const QUANTITY_FIELDS = ['value', 'upper', 'unit', 'perWhom', 'perPeriod'] as const;
export const REGULATION_FIELDS = ['title', 'number'] as const;
export const COMPARATORS = ['', 'least', 'most', 'above', 'below'] as const;
export type FieldName = (typeof QUANTITY_FIELDS)[number] | (typeof REGULATION_FIELDS)[number] | 'comparator';
export type Fields = Readonly<Record<FieldName, string>>;
export type Verdict = 'regulation' | 'not-regulation' | 'quantity' | 'nothing';

const NUMBERS: readonly FieldName[] = ['value', 'upper'];

/** What can be said of a reference, the likeliest first. */
export function verdictsOf({ kind }: Pick<Reference, 'kind'>): readonly Verdict[] {
  if (kind === 'quantity') return ['quantity', 'nothing'];
  return kind === 'citation' ? ['regulation', 'not-regulation', 'nothing'] : ['regulation', 'nothing'];
}

/** The form as it opens: what was read. */
export function fieldsOf(reference: Pick<Reference, 'data'>): Fields {
  const of = (name: FieldName): string => said(reference, name);
  return {
    title: of('title'),
    number: of('number'),
    value: of('value'),
    upper: of('upper'),
    unit: of('unit'),
    comparator: of('comparator'),
    perWhom: of('perWhom'),
    perPeriod: of('perPeriod'),
  };
}

/** The fields that go with a verdict, those left empty left out; null while one that must be is missing or no number. */
export function bodyOf(verdict: Verdict, fields: Fields): Readonly<Record<string, string | number>> | null {
  if (verdict === 'nothing' || verdict === 'not-regulation') return { verdict };
  const names: readonly FieldName[] =
    verdict === 'quantity' ? [...QUANTITY_FIELDS, 'comparator'] : [...REGULATION_FIELDS];
  const given = names.filter((name) => fields[name].trim() !== '');
  if (verdict === 'quantity' ? !given.includes('value') || !given.includes('unit') : given.length === 0) return null;
  const values = given.map((name): [string, string | number] => [
    name,
    NUMBERS.includes(name) ? Number(fields[name].replaceAll(',', '')) : fields[name],
  ]);
  if (values.some(([, value]) => typeof value === 'number' && !Number.isFinite(value))) return null;
  return { verdict, ...Object.fromEntries(values) };
}
