/** An array's values as PostgreSQL reads them in text; the driver does the same at several times the cost. */
export function arrayOf(values: readonly (string | number | null)[]): string {
  return `{${values.map(elementOf).join()}}`;
}

/** One value as it stands in an array. */
function elementOf(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? 'NULL' : String(value);
  return `"${/["\\]/.test(value) ? value.replace(/["\\]/g, '\\$&') : value}"`;
}
