import type { Reference } from '@dingben/references';

/** The items of a list of references, as JSON: [kind, provision, start, end, key, data]. */
export function itemsOf(references: readonly Omit<Reference, 'ordinal'>[]): string {
  return `[${references.map(itemOf).join()}]`;
}

/** One of them, parsed. */
export type ReferenceItem = readonly [
  Reference['kind'],
  Reference['provision'],
  start: number,
  end: number,
  key: string,
  data: Reference['data'],
];

/** The references of a list's items. */
export function referencesOf(items: readonly ReferenceItem[]): Omit<Reference, 'ordinal'>[] {
  return items.map(([kind, provision, start, end, key, data]) => ({ kind, provision, start, end, key, data }));
}

const written = new WeakMap<Reference['data'], string>();

/** The data is that of the mention that was kept, so it is written once for each time that the text was read. */
function itemOf({ kind, provision, start, end, key, data }: Omit<Reference, 'ordinal'>): string {
  const known = written.get(data) ?? JSON.stringify(data);
  written.set(data, known);
  return `["${kind}","${provision}",${start},${end},${JSON.stringify(key)},${known}]`;
}
