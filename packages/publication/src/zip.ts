import { crc32 } from '@dingben/kernel';

/**
 * The archive of a bundle: members one after the other, not compressed, without times. So the bytes hang on nothing but the
 * members, it can be streamed without being held, and a reader can write it again and compare every byte.
 */
export interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** What a reader has to know: 2.0. */
const VERSION = 20;
/** 1980-01-01, the first day that a ZIP archive can name. */
const DAY = 0x0021;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;

/** Writes an archive piece by piece: what each call returns follows what was returned before. */
export class ZipWriter {
  #offset = 0;
  readonly #directory: Uint8Array[] = [];

  /** The head of a member; its bytes come next, as they are. */
  head({ name, bytes }: Member): Uint8Array {
    const encoded = new TextEncoder().encode(name);
    const crc = crc32(bytes);
    const common = (view: DataView, at: number) => {
      view.setUint16(at, VERSION, true);
      view.setUint16(at + 2, FLAGS, true);
      view.setUint16(at + 8, DAY, true);
      view.setUint32(at + 10, crc, true);
      view.setUint32(at + 14, bytes.length, true);
      view.setUint32(at + 18, bytes.length, true);
      view.setUint16(at + 22, encoded.length, true);
    };
    const [local, localView] = buffer(LOCAL_SIZE + encoded.length);
    localView.setUint32(0, LOCAL, true);
    common(localView, 4);
    local.set(encoded, LOCAL_SIZE);
    const [central, centralView] = buffer(CENTRAL_SIZE + encoded.length);
    centralView.setUint32(0, CENTRAL, true);
    centralView.setUint16(4, VERSION, true);
    common(centralView, 6);
    centralView.setUint32(42, this.#offset, true);
    central.set(encoded, CENTRAL_SIZE);
    this.#directory.push(central);
    this.#offset += local.length + bytes.length;
    return local;
  }

  /** The directory, which ends the archive. */
  end(): Uint8Array {
    const [end, view] = buffer(END_SIZE);
    view.setUint32(0, END, true);
    view.setUint16(8, this.#directory.length, true);
    view.setUint16(10, this.#directory.length, true);
    view.setUint32(
      12,
      this.#directory.reduce((sum, { length }) => sum + length, 0),
      true,
    );
    view.setUint32(16, this.#offset, true);
    return joined([...this.#directory, end]);
  }
}

export function writeZip(members: readonly Member[]): Uint8Array {
  const writer = new ZipWriter();
  const pieces = members.flatMap((member) => [writer.head(member), member.bytes]);
  return joined([...pieces, writer.end()]);
}

/** The members of an archive that `writeZip` could have written, or null. Check values are not looked at: `isExactly` does. */
export function readZip(archive: Uint8Array): Member[] | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const members: Member[] = [];
  let at = 0;
  while (at + LOCAL_SIZE <= archive.length && view.getUint32(at, true) === LOCAL) {
    const size = view.getUint32(at + 18, true);
    const start = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (start + size > archive.length) return null;
    try {
      const name = decoder.decode(archive.subarray(at + LOCAL_SIZE, at + LOCAL_SIZE + view.getUint16(at + 26, true)));
      members.push({ name, bytes: archive.subarray(start, start + size) });
    } catch {
      // No UTF-8: no name that we wrote.
      return null;
    }
    at = start + size;
  }
  return members.length > 0 && at + 4 <= archive.length && view.getUint32(at, true) === CENTRAL ? members : null;
}

/** Whether the archive is, to the last byte, the one that holds these members. */
export function isExactly(archive: Uint8Array, members: readonly Member[]): boolean {
  const written = writeZip(members);
  return written.length === archive.length && written.every((byte, at) => byte === archive[at]);
}

function buffer(size: number): [Uint8Array, DataView] {
  const bytes = new Uint8Array(size);
  return [bytes, new DataView(bytes.buffer)];
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
