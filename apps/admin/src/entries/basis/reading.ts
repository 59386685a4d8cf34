import type { Entry, Reference } from '../../api/types.ts';

/** The words in which a provision names what a reference is of. */
export function textOf(entry: Entry, { provision, start, end }: Reference): string {
  return entry.provisions?.[provision].slice(start, end) ?? '';
}

/** A member of a reference's data as text; empty where it is not there. */
export function said({ data }: Pick<Reference, 'data'>, name: string): string {
  const value = data[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const SIGNS: Readonly<Record<string, string>> = { least: '≥ ', most: '≤ ', above: '> ', below: '< ' };

/** How an amount was understood: ≥ 90%, 35–64岁, 2650元 · 每人 · 每月. */
export function amountOf(quantity: Pick<Reference, 'data'>): string {
  const [value, upper, unit] = ['value', 'upper', 'unit'].map((name) => said(quantity, name));
  const isDate = unit === '日期';
  const number = `${SIGNS[said(quantity, 'comparator')] ?? ''}${value ?? ''}${upper === '' ? '' : `–${upper ?? ''}`}`;
  const per = ['perWhom', 'perPeriod'].map((name) => said(quantity, name)).filter((word) => word !== '');
  return [isDate ? number : `${number}${unit ?? ''}`, ...per].join(' · ');
}

/** Ages in years: ≥ 60, 35–64, < 16. */
export function agesOf(group: Pick<Reference, 'data'>): string {
  const [from, to, under] = ['ageFrom', 'ageTo', 'ageUnder'].map((name) => said(group, name));
  if (under !== '') return `< ${under ?? ''}`;
  if (from === '') return to === '' ? '' : `≤ ${to ?? ''}`;
  return to === '' ? `≥ ${from ?? ''}` : `${from ?? ''}–${to ?? ''}`;
}
