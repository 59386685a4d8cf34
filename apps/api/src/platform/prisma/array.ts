/** An array's values as PostgreSQL reads them in text; the driver does the same at several times the cost. */
export function arrayOf(values: readonly (string | number | null)[]): string {
  return joined(values.map(elementOf));
}

/** An array of elements that are written already. */
export function joined(elements: readonly string[]): string {
  return `{${elements.join()}}`;
}

/** One value as it stands in an array. */
export function elementOf(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? 'NULL' : String(value);
  return `"${/["\\]/.test(value) ? value.replace(/["\\]/g, '\\$&') : value}"`;
}
