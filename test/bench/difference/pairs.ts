import { readFileSync } from 'node:fs';
import { leaves, PROVISION_KEYS } from '@dingben/outline';
import { read, type KnownHeading } from '@dingben/reader';

export interface Pair {
  readonly before: string;
  readonly after: string;
}

const SOURCE = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';
// The bundled data, whose form the tests of the reader hold.
const { headings } = JSON.parse(readFileSync(`${SOURCE}.headings.json`, 'utf8')) as { headings: KnownHeading[] };
const text = readFileSync(`${SOURCE}.txt`, 'utf8');
export const bundled = read(text, { knownHeadings: headings });

/** Pairs that were marked by hand: `[-deleted-]{+inserted+}`. */
export const GOLDEN: readonly (Pair & { readonly mark: string })[] = // Written by us.
  (JSON.parse(readFileSync('test/fixtures/text-difference/golden.json', 'utf8')) as string[]).map((mark) => ({
    mark,
    before: mark.replaceAll(/\{\+[^{}]*\+\}/g, '').replaceAll(/\[-|-\]/g, ''),
    after: mark.replaceAll(/\[-[^[\]]*-\]/g, '').replaceAll(/\{\+|\+\}/g, ''),
  }));

/** What a later edition does to a provision, one of these to each. */
const REVISIONS: readonly ((before: string) => string)[] = [
  (before) => before.replaceAll(/\d+(?=元|%|人|次|小时)/g, (amount) => String(Math.ceil(Number(amount) * 1.1))),
  (before) =>
    before.replaceAll(
      /〔20(\d\d)〕(\d+)/g,
      (_, year: string, number: string) => `〔20${year.replace('1', '2')}〕${number}1`,
    ),
  (before) => before.split('、').toSpliced(1, 1).join('、'),
  (before) => before.replace('服务', '公共服务').replace('户籍', '常住'),
  (before) => `${before.replace(/。$/, '')}，按年度向社会公布。`,
  (before) => before.split('；').toReversed().join('；'),
];

const provisions = [...leaves(bundled)].flatMap((leaf) => PROVISION_KEYS.map((key) => leaf.provisions[key]));

/** Every provision of the bundled standard that a revision of the kind whose turn it is changes. */
export const REVISED: readonly Pair[] = provisions.flatMap((before, index) => {
  const turns = [...REVISIONS.keys()].map((turn) => REVISIONS[(index + turn) % REVISIONS.length]?.(before) ?? before);
  const after = turns.find((one) => one !== before);
  return after === undefined ? [] : [{ before, after }];
});

/** Provisions of the same name in neighbouring entries: as written by officials on either side. */
export const NEIGHBOURS: readonly Pair[] = provisions.flatMap((before, index) => {
  const after = provisions[index + PROVISION_KEYS.length];
  return after === undefined || after === before ? [] : [{ before, after }];
});

/** 26,000 characters of the standard and their revision of 33,000: every third line changed, lines put in all over. */
export function longPair(): Pair {
  const before = text.slice(0, 26_000);
  const lines = before
    .split('\n')
    .map((line, index) => (index % 3 === 0 ? (REVISIONS[index % 6]?.(line) ?? line) : line));
  const strange = text
    .split('\n')
    .toReversed()
    .map((line) => line.replaceAll('市', '县').replaceAll('的', '之'));
  for (let at = 5, length = lines.join('\n').length, next = 0; length < 33_000; at = (at + 17) % lines.length, next++) {
    const line = strange[next % strange.length] ?? '';
    lines.splice(at, 0, line);
    length += line.length + 1;
  }
  return { before, after: lines.join('\n').slice(0, 33_000) };
}

/** Pairs that bring the worst out of a difference. */
export function hostilePairs(): ReadonlyMap<string, Pair> {
  const standard = text.slice(0, 26_000);
  return new Map<string, Pair>([
    ['2 × 10,000 unrelated characters', { before: unrelated(1, 10_000), after: unrelated(2, 10_000) }],
    ['2 × 33,000 unrelated characters', { before: unrelated(3, 33_000), after: unrelated(4, 33_000) }],
    ['2 × 100,000 unrelated characters', { before: unrelated(5, 100_000), after: unrelated(6, 100_000) }],
    ['the standard, its lines shuffled', { before: standard, after: shuffled(standard, '\n') }],
    ['the standard, its clauses shuffled', { before: standard, after: shuffled(standard, '、') }],
    ['the standard backwards', { before: standard, after: Array.from(standard).toReversed().join('') }],
    ['甲乙甲乙… against 乙甲乙甲…', { before: '甲乙'.repeat(5_000), after: '乙甲'.repeat(5_000) }],
    ['two clauses, 8,000 times', { before: '1，2。'.repeat(8_000), after: '2，1。'.repeat(8_000) }],
    ['titles never closed', { before: '《'.repeat(10_000), after: `${'《'.repeat(9_999)}甲` }],
    ['half document numbers', { before: '〔2018〕'.repeat(1_600), after: '〔2018〕1号'.repeat(1_300) }],
    ['one line of 100,000 characters', { before: '国家基本标准'.repeat(16_000), after: '国家基本规范'.repeat(16_000) }],
  ]);
}

/** Reproducible pseudo-random 汉字 with a full stop now and then. */
function unrelated(seed: number, length: number): string {
  let state = seed * 2_654_435_761;
  const characters: string[] = [];
  for (let index = 0; index < length; index++) {
    state = next(state);
    characters.push(state % 29 === 0 ? '。' : String.fromCodePoint(0x4e00 + (Math.floor(state / 65_536) % 5_000)));
  }
  return characters.join('');
}

function shuffled(whole: string, mark: string): string {
  const parts = whole.split(mark);
  let state = 7;
  for (let last = parts.length - 1; last > 0; last--) {
    state = next(state);
    const other = state % (last + 1);
    [parts[last], parts[other]] = [parts[other] ?? '', parts[last] ?? ''];
  }
  return parts.join(mark);
}

function next(state: number): number {
  return (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
}
