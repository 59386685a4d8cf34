import { hash } from 'node:crypto';
import { frame } from './frame.ts';

/** The algorithm that every stored hash names beside its value, so that another may follow one day. */
export const HASH_ALGORITHM = 'sha256';

/** SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits. */
export function sha256(text: string | Uint8Array): string {
  return hash(HASH_ALGORITHM, text);
}

/** SHA-256 of the framed fields; the first field names what is hashed, so that no two kinds of thing share a hash. */
export function hashFields(domain: string, fields: readonly (string | null)[]): string {
  return sha256(frame([domain, ...fields]));
}
