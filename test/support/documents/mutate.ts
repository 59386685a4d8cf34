import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import type { Random } from '../../faults/histories/random.ts';

/** Spoils a document in one to three ways, as copying, sending and careless editing do; what was done is told. */
export function mutate(bytes: Uint8Array, name: string, random: Random): { bytes: Uint8Array; done: string[] } {
  const done: string[] = [];
  let result = bytes;
  for (let count = Math.ceil(random.next() * 3); count > 0; count--) {
    const way = random.pick(name.endsWith('.docx') ? DOCX : TEXT);
    done.push(way.name);
    result = way(result, random);
  }
  return { bytes: result, done };
}

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const at = (length: number, random: Random): number => Math.floor(random.next() * length);

const flipByte: Mutation = (bytes, random) => {
  const place = at(bytes.length, random);
  return bytes.map((byte, index) => (index === place ? byte ^ (1 << at(8, random)) : byte));
};
const cutOff: Mutation = (bytes, random) => bytes.slice(0, at(bytes.length, random));

const LINES = /[^\n]*\n?/g;
const PARAGRAPHS = /<w:p[ >].*?<\/w:p>|<w:tr[ >].*?<\/w:tr>|[^<]+|<[^>]*>/gs;

/** Changes the order, the number or the text of pieces: lines of a text, paragraphs, rows, tags and texts of XML. */
function onPieces(text: string, pieces: RegExp, change: (pieces: string[], random: Random) => void, random: Random) {
  const list = text.match(pieces) ?? [];
  change(list, random);
  return list.join('');
}

const swap = (pieces: string[], random: Random): void => {
  const [one, other] = [at(pieces.length, random), at(pieces.length, random)];
  [pieces[one], pieces[other]] = [pieces[other] ?? '', pieces[one] ?? ''];
};
const double = (pieces: string[], random: Random): void => {
  const place = at(pieces.length, random);
  pieces.splice(at(pieces.length, random), 0, pieces[place] ?? '');
};
const drop = (pieces: string[], random: Random): void => {
  pieces.splice(at(pieces.length, random), 1);
};
const joinLines = (pieces: string[], random: Random): void => {
  const place = at(pieces.length, random);
  pieces[place] = (pieces[place] ?? '').replace('\n', '');
};
const LABELS = ['服务对象', '服务内容', '服务标准', '支出责任', '牵头负责单位', '（一）', '1.', '一、', '：', '。'];
const OTHERS = [
  '服 务 对 象',
  '责任单位',
  '服务内容',
  '牵头',
  ':',
  '',
  '\u200b',
  '（1）',
  '二、',
  '3.',
  '\u3000',
  '\t',
  '𠮷',
  '\u0085',
  '附件',
];
const mislabel = (pieces: string[], random: Random): void => {
  const place = at(pieces.length, random);
  pieces[place] = (pieces[place] ?? '').replace(random.pick(LABELS), () => random.pick(OTHERS));
};
const insert = (pieces: string[], random: Random): void => {
  const place = at(pieces.length, random);
  const piece = pieces[place] ?? '';
  const cut = at(piece.length + 1, random);
  pieces[place] = piece.slice(0, cut) + random.pick(OTHERS) + piece.slice(cut);
};
const CHANGES = [swap, double, drop, joinLines, mislabel, insert];

const onText = (change: (typeof CHANGES)[number]): Mutation => {
  const mutation: Mutation = (bytes, random) => strToU8(onPieces(strFromU8(bytes), LINES, change, random));
  Object.defineProperty(mutation, 'name', { value: `text ${change.name}` });
  return mutation;
};

/** On a part of the document, packed again so that its check sum is right. */
const onPart = (change: (typeof CHANGES)[number]): Mutation => {
  const mutation: Mutation = (bytes, random) =>
    onZip(bytes, (parts) => {
      const name = random.chance(0.7) ? 'word/document.xml' : random.pick(Object.keys(parts));
      const part = parts[name];
      if (part !== undefined) parts[name] = strToU8(onPieces(strFromU8(part), PARAGRAPHS, change, random));
    });
  Object.defineProperty(mutation, 'name', { value: `part ${change.name}` });
  return mutation;
};
const mixParts: Mutation = (bytes, random) =>
  onZip(bytes, (parts) => {
    const [one, other] = [random.pick(Object.keys(parts)), random.pick(Object.keys(parts))];
    [parts[one], parts[other]] = [parts[other] ?? new Uint8Array(), parts[one] ?? new Uint8Array()];
  });
const losePart: Mutation = (bytes, random) =>
  onZip(bytes, (parts) => {
    Reflect.deleteProperty(parts, random.pick(Object.keys(parts)));
  });
const spoilPart: Mutation = (bytes, random) =>
  onZip(bytes, (parts) => {
    const name = random.pick(Object.keys(parts));
    const part = parts[name];
    if (part !== undefined && part.length > 0)
      parts[name] = new Uint8Array(random.pick([flipByte, cutOff])(part, random));
  });

/** A file that is no zip any more stays as it is. */
function onZip(bytes: Uint8Array, change: (parts: Unzipped) => void): Uint8Array {
  let parts: Unzipped;
  try {
    parts = unzipSync(bytes);
  } catch {
    return bytes;
  }
  if (Object.keys(parts).length === 0) return bytes;
  change(parts);
  return zipSync(parts);
}

const TEXT: readonly Mutation[] = [flipByte, cutOff, ...CHANGES.map(onText), ...CHANGES.map(onText)];
const DOCX: readonly Mutation[] = [
  flipByte,
  cutOff,
  mixParts,
  losePart,
  spoilPart,
  ...CHANGES.map(onPart),
  ...CHANGES.map(onPart),
];
