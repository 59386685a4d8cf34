import { strToU8, zlibSync } from 'fflate';
import { sha256 } from '@dingben/kernel/hash';

/** The objects of a PDF file (ISO 32000-1), numbered from 1 in the order in which they are asked for. */
export interface Objects {
  /** A number for an object that is written later. */
  reserve(): number;
  /** Writes an object, under a reserved number or the next, and gives its number. */
  add(content: string, number?: number): number;
  addStream(bytes: Uint8Array | string, entries?: string): number;
  /** The whole file. */
  finish(catalog: number, info: number): Uint8Array;
}

export function objects(): Objects {
  const written: Uint8Array[] = [];
  const reserve = (): number => written.push(new Uint8Array());
  const put = (bytes: Uint8Array, number: number): number => {
    written[number - 1] = bytes;
    return number;
  };
  return {
    reserve,
    add: (content, number = reserve()) => put(strToU8(content, true), number),
    addStream(bytes, entries = '') {
      const data = zlibSync(typeof bytes === 'string' ? strToU8(bytes, true) : bytes, { level: 9 });
      const head = strToU8(`<</Length ${data.length}/Filter/FlateDecode${entries}>>\nstream\n`, true);
      return put(joined([head, data, strToU8('\nendstream')]), reserve());
    },
    finish: (catalog, info) => fileOf(written, catalog, info),
  };
}

/** The second line of four bytes above 127 says to whoever carries the file that it is not text. */
const HEADER = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

function fileOf(written: readonly Uint8Array[], catalog: number, info: number): Uint8Array {
  const parts: Uint8Array[] = [strToU8(HEADER, true)];
  let length = HEADER.length;
  const offsets = written.map((bytes, index) => {
    const offset = length;
    for (const part of [strToU8(`${index + 1} 0 obj\n`), bytes, strToU8('\nendobj\n')]) {
      parts.push(part);
      length += part.length;
    }
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = written.length + 1;
  // The identifier follows from what the file holds, so that the same document has the same one.
  const id = sha256(joined(parts)).slice(0, 32);
  parts.push(
    strToU8(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n` +
        `<</Size ${size}/Root ${catalog} 0 R/Info ${info} 0 R/ID[<${id}><${id}>]>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A text for people (titles, bookmarks) as a PDF string in UTF-16. */
export function textString(text: string): string {
  let hex = 'FEFF';
  for (let at = 0; at < text.length; at++) hex += text.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase();
  return `<${hex}>`;
}
