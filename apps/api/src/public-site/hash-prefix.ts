/** What a person types of a hash: in groups, in capitals. Null where it is none, or too short to tell one from another. */
export function hashPrefix(value: string): string | null {
  const hash = value.replaceAll(/[\s·.-]/g, '').toLowerCase();
  return /^[0-9a-f]{8,64}$/.test(hash) ? hash : null;
}
