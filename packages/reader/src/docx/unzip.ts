import { Inflate } from 'fflate';
import { crc32, ok, refuse, type Result } from '@dingben/kernel';
import { LIMITS } from '../limits.ts';
import { readDirectory, type ZipMember } from './zip-directory.ts';

/** Deflate gives at most 1,032 bytes for one, so a step of this many adds at most some 4 MB before they are counted. */
const STEP = 4096;

class TooMuch extends Error {}

/**
 * The parts of a zip file by name, each unpacked and checked. What comes out is counted while it does, over all parts.
 *
 * Refuses as `readDirectory` does, with `document.zip-bomb` past the limit, and with `document.damaged` (params.part) for a
 * part that does not unpack to what its check sum says.
 */
export function unzip(bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>> {
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  const parts = new Map<string, Uint8Array>();
  let left = LIMITS.inflatedBytes;
  for (const member of directory.value) {
    const part = unpacked(member, left);
    if (!part.ok) return part;
    left -= part.value.length;
    parts.set(member.name, part.value);
  }
  return ok(parts);
}

function unpacked(member: ZipMember, limit: number): Result<Uint8Array> {
  const damaged = refuse('document.damaged', { part: member.name });
  try {
    const bytes = member.method === 0 ? stored(member.packed, limit) : inflated(member, limit);
    return bytes !== null && crc32(bytes) === member.crc ? ok(bytes) : damaged;
  } catch (error) {
    if (error instanceof TooMuch) return refuse('document.zip-bomb', { max: LIMITS.inflatedBytes });
    // The inflater throws plain errors for whatever is not deflated data.
    return damaged;
  }
}

function stored(packed: Uint8Array, limit: number): Uint8Array {
  if (packed.length > limit) throw new TooMuch();
  return packed;
}

function inflated({ method, packed }: ZipMember, limit: number): Uint8Array | null {
  if (method !== 8) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length > limit) throw new TooMuch();
    chunks.push(chunk);
  });
  for (let at = 0; at === 0 || at < packed.length; at += STEP) {
    inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
