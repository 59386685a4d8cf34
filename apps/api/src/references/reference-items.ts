import type { Reference } from '@dingben/references';

/** The items of a list of references, as JSON: [kind, provision, start, end, key, data]. */
export function itemsOf(references: readonly Omit<Reference, 'ordinal'>[]): string {
  return `[${references.map(itemOf).join()}]`;
}

const written = new WeakMap<Reference['data'], string>();

/** The data is that of the mention that was kept, so it is written once for each time that the text was read. */
function itemOf({ kind, provision, start, end, key, data }: Omit<Reference, 'ordinal'>): string {
  const known = written.get(data) ?? JSON.stringify(data);
  written.set(data, known);
  return `["${kind}","${provision}",${start},${end},${JSON.stringify(key)},${known}]`;
}
