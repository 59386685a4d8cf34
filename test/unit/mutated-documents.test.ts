import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_CODES, accountFor, readDocument, type ReadDocument } from '@dingben/reader';
import { Random } from '../faults/histories/random.ts';
import { mutate } from '../support/documents/mutate.ts';

const DOCUMENTS = Number(process.env['DINGBEN_MUTATIONS'] ?? 2000);
/** DINGBEN_MUTATION_SEED spoils the same documents in the same ways again. */
const seed = Number(process.env['DINGBEN_MUTATION_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const LONGEST = 10_000;

const folder = join('test', 'fixtures', 'documents');
const originals = ['ok', 'not-ok'].flatMap((group) =>
  readdirSync(join(folder, group))
    // Packing what a bomb holds again and again would take most of the time, and tell nothing.
    .filter((name) => /\.(docx|txt|json)$/.test(name) && name !== 'bomb.docx')
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, group, name))) })),
);
// Half of the documents are Word's: they have more ways to break.
const byForm = [
  originals.filter(({ name }) => name.endsWith('.docx')),
  originals.filter(({ name }) => !name.endsWith('.docx')),
];

test(`${DOCUMENTS} spoiled documents are refused with a reason, or read with every character accounted for`, () => {
  process.stdout.write(`mutations: DINGBEN_MUTATION_SEED=${seed}\n`);
  const faults: unknown[] = [];
  const outcomes = { refused: 0, read: 0 };
  for (let index = 0; index < DOCUMENTS; index++) {
    const random = new Random(seed + index);
    const { name, bytes: original } = random.pick(random.pick(byForm));
    const { bytes, done } = mutate(original, name, random);
    const started = performance.now();
    const fault = faultIn(bytes, name, outcomes);
    const took = performance.now() - started;
    if (fault !== null || took > LONGEST) faults.push({ index, name, done, fault, took });
  }
  expect({ seed, faults: faults.slice(0, 10) }).toEqual({ seed, faults: [] });
  // Neither side of the promise is met by never being asked.
  expect(Math.min(outcomes.read, outcomes.refused)).toBeGreaterThan(DOCUMENTS / 20);
}, 120_000);

function faultIn(bytes: Uint8Array, name: string, outcomes: { refused: number; read: number }): unknown {
  try {
    const read = readDocument({ bytes, name });
    outcomes[read.ok ? 'read' : 'refused']++;
    if (!read.ok) return DOCUMENT_CODES.some((code) => code === read.problem.code) ? null : read.problem;
    return missingIn(read.value, bytes);
  } catch (error) {
    return String(error);
  }
}

function missingIn(read: ReadDocument, bytes: Uint8Array): unknown {
  const { characters, outline, text, form } = read;
  const unaccounted = (outline.findings ?? []).filter(({ code }) => code === 'reader.unaccounted');
  if (unaccounted.length > 0) return unaccounted;
  if (characters.inOutline + characters.inFindings !== characters.input) return characters;
  if (text === null) return null;
  const { lost } = accountFor(text, outline);
  if (lost.length > 0) return lost;
  const least =
    form === 'docx'
      ? textsIn(bytes)
      : nonBlank(new TextDecoder(read.encoding ?? 'utf-8', { ignoreBOM: true }).decode(bytes));
  return characters.input < least ? { least, characters } : null;
}

/** What stands between tags of text in the parts that hold text, found without the reader's parser; alternatives once. */
function textsIn(bytes: Uint8Array): number {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^word\/document\d*\.xml$/.test(name) });
  const xml = Object.values(parts)
    .map((part) => strFromU8(part))
    .join('');
  const once = xml.replace(/<mc:Fallback>.*?<\/mc:Fallback>/gs, '').replace(/<!--.*?-->/gs, '');
  return [...once.matchAll(/<[wmx]:t(?: [^>]*)?>([^<]*)</g)].reduce((sum, [, piece = '']) => {
    return sum + nonBlank(piece.replace(/&#?\w+;/g, '甲'));
  }, 0);
}

function nonBlank(text: string): number {
  return text.replace(/[\s\u0085]/g, '').length;
}
