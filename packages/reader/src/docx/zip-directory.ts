import { ok, refuse, type Result } from '@dingben/kernel';
import { LIMITS } from '../limits.ts';

/** A part of a zip file as its central directory lists it. Sizes that it declares are not kept: nobody may trust them. */
export interface ZipMember {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  /** The packed bytes. */
  readonly packed: Uint8Array;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LISTED = 0x02014b50;
const LISTED_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const ENCRYPTED_FLAG = 1;

/**
 * The parts of a zip file (APPNOTE 6.3.10, without zip64, which no document of 10 MB needs). The file itself is not copied.
 *
 * Refuses with `document.truncated` (no directory at the end), `document.too-many-parts`, `document.encrypted`, or
 * `document.damaged` (a directory that contradicts the file, or a name that stands there twice).
 */
export function readDirectory(bytes: Uint8Array): Result<ZipMember[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return refuse('document.truncated');
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.parts) return refuse('document.too-many-parts', { max: LIMITS.parts });
  const members = new Map<string, ZipMember>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + LISTED_LENGTH > end || view.getUint32(at, true) !== LISTED) return refuse('document.damaged');
    if (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) return refuse('document.encrypted');
    const next = at + LISTED_LENGTH + view.getUint16(at + 28, true) + trailing(view, at);
    const member = next > end ? null : memberAt(view, bytes, at);
    // Names of parts are equal without regard to case.
    const key = member?.name.toLowerCase() ?? '';
    if (member === null || members.has(key)) return refuse('document.damaged');
    members.set(key, member);
    at = next;
  }
  return ok([...members.values()]);
}

function trailing(view: DataView, at: number): number {
  return view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
}

/** The last end record whose comment reaches exactly to the end of the file, or -1. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return -1;
}

function memberAt(view: DataView, bytes: Uint8Array, at: number): ZipMember | null {
  const nameStart = at + LISTED_LENGTH;
  const name = new TextDecoder().decode(bytes.subarray(nameStart, nameStart + view.getUint16(at + 28, true)));
  const local = view.getUint32(at + 42, true);
  if (local + LOCAL_LENGTH > bytes.length || view.getUint32(local, true) !== LOCAL) return null;
  const start = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packedEnd = start + view.getUint32(at + 20, true);
  if (packedEnd > bytes.length) return null;
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: bytes.subarray(start, packedEnd),
  };
}
