/**
 * The code of a system or database error. Looked up by shape: errors of Node's own do not pass `instanceof` under Jest,
 * which runs tests in another realm.
 */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
