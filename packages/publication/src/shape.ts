/** Reading of parsed JSON: each answers the value in its type, or throws where it has another. */
export function object(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no object');
  return value as Record<string, unknown>; // judged on the line above; its values are still unknown
}

export function array(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('no array');
  return value;
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('no text');
  return value;
}

export function textOrNull(value: unknown): string | null {
  return value === null ? null : text(value);
}

export function whole(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new TypeError('no whole number');
  return value;
}
