import { ok, refuse, type Result } from '@dingben/kernel';

/** What a document is; a text in no other form is `txt`. */
export type Form = 'docx' | 'txt' | 'json';

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];
/** The stream in which Office keeps a package that a password protects; names stand there in UTF-16. */
const ENCRYPTED_STREAM = Array.from('EncryptedPackage').flatMap((char) => [char.charCodeAt(0), 0]);

/**
 * The form of a document, by its first bytes rather than by its name; only what JSON is, its name says.
 *
 * Refuses with `document.empty`, `document.encrypted`, `document.old-word`, or `document.not-a-docx` (params.found: `pdf`,
 * `rtf`, or `text` where a name that ends in .docx promised otherwise).
 */
export function formOf(bytes: Uint8Array, name: string): Result<Form> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (bytes.length === 0) return refuse('document.empty');
  if (startsWith(bytes, OLE)) return refuse(isEncrypted(bytes) ? 'document.encrypted' : 'document.old-word');
  if (startsWith(bytes, PDF)) return refuse('document.not-a-docx', { found: 'pdf' });
  if (startsWith(bytes, RTF)) return refuse('document.not-a-docx', { found: 'rtf' });
  if (startsWith(bytes, ZIP)) return ok('docx');
  if (['docx', 'docm', 'doc', 'wps'].includes(ending)) return refuse('document.not-a-docx', { found: 'text' });
  return ok(ending === 'json' ? 'json' : 'txt');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** Names of streams stand in directory sectors, at multiples of 128 bytes. */
function isEncrypted(bytes: Uint8Array): boolean {
  for (let at = 512; at < bytes.length; at += 128) {
    if (ENCRYPTED_STREAM.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
