/**
 * What `! …` lines in the text of a document's parts ask for:
 *
 *     ! add word/media/image1.bmp 20971520     a part of so many zero bytes
 *     ! many 501                               so many empty parts
 *     ! keep 400                               only the first 400 bytes
 *     ! flip 200                               a byte changed
 *     ! encrypted                              parts marked as encrypted
 *     ! ole WordDocument                       instead of all this, a compound file with a stream of this name
 *     ! bytes %PDF-1.7                         instead of all this, a text
 */
export function broken(bytes: Uint8Array, source: string): Uint8Array {
  let result = bytes;
  for (const [order, value] of ordersIn(source)) {
    if (order === 'keep') result = result.slice(0, Number(value));
    if (order === 'flip') result = result.map((byte, index) => (index === Number(value) ? byte ^ 0xff : byte));
    if (order === 'encrypted') result = encrypted(result);
    if (order === 'ole') result = compoundFile(value);
    if (order === 'bytes') result = new TextEncoder().encode(value);
  }
  return result;
}

export function addedParts(source: string): Readonly<Record<string, Uint8Array>> {
  const added: Record<string, Uint8Array> = {};
  for (const [order, value] of ordersIn(source)) {
    const [name = '', size = '0'] = value.split(' ');
    if (order === 'add') added[name] = new Uint8Array(Number(size));
    if (order !== 'many') continue;
    for (let part = 0; part < Number(name); part++) added[`custom/${part}.xml`] = new Uint8Array();
  }
  return added;
}

function ordersIn(source: string): (readonly [string, string])[] {
  return source.split('\n').flatMap((line) => {
    if (!line.startsWith('! ')) return [];
    const [order = '', ...rest] = line.slice(2).split(' ');
    return [[order, rest.join(' ')] as const];
  });
}

/** Sets the flag in every local and central header (PK\x03\x04 and PK\x01\x02). */
function encrypted(bytes: Uint8Array): Uint8Array {
  const result = bytes.slice();
  for (let at = 0; at + 10 < result.length; at++) {
    if (result[at] !== 0x50 || result[at + 1] !== 0x4b) continue;
    if (result[at + 2] === 3 && result[at + 3] === 4) result[at + 6] = 1;
    if (result[at + 2] === 1 && result[at + 3] === 2) result[at + 8] = 1;
  }
  return result;
}

/** The head of a compound file, and the name of a stream where its directory begins. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (let index = 0; index < stream.length; index++) bytes[1024 + index * 2] = stream.charCodeAt(index);
  return bytes;
}
