import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { diffText } from './diff-text.ts';
import { afterOf, beforeOf, type Segment } from './segment.ts';

/** A difference as one line: deleted text in [-…-], inserted text in {+…+}. */
function marked(segments: readonly Segment[]): string {
  return segments
    .map(({ op, text }) => (op === 'equal' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

const sides = (mark: string): [string, string] => [
  mark.replaceAll(/\{\+[^{}]*\+\}/g, '').replaceAll(/\[-|-\]/g, ''),
  mark.replaceAll(/\[-[^[\]]*-\]/g, '').replaceAll(/\{\+|\+\}/g, ''),
];

// Provisions of the bundled standard, changed as an official would, and the marks that an official would make.
const golden = JSON.parse(readFileSync('test/fixtures/text-difference/golden.json', 'utf8')) as string[]; // ours

describe('diffText', () => {
  test('marks the amount and nothing else', () => {
    expect(diffText('每人每月2650元。', '每人每月2800元。')).toEqual([
      { op: 'equal', text: '每人每月' },
      { op: 'delete', text: '2650元' },
      { op: 'insert', text: '2800元' },
      { op: 'equal', text: '。' },
    ]);
  });

  test('equal texts are one segment, two empty texts none', () => {
    expect(diffText('免保教费。', '免保教费。')).toEqual([{ op: 'equal', text: '免保教费。' }]);
    expect(diffText('', '')).toEqual([]);
    expect(diffText('', '免')).toEqual([{ op: 'insert', text: '免' }]);
  });

  test('there are at least 40 golden pairs', () => expect(golden.length).toBeGreaterThanOrEqual(40));

  test.each(golden)('%s', (mark) => {
    const [before, after] = sides(mark);
    expect(marked(diffText(before, after))).toBe(mark);
  });

  test('one character between two changes is part of the change', () => {
    expect(marked(diffText('由市财政、区财政承担。', '由省政府和区政府承担。'))).toBe(
      '由[-市财政、区财政-]{+省政府和区政府+}承担。',
    );
  });

  test('words outweigh marks', () => {
    expect(marked(diffText('（）；城乡居民', '城乡居民（）；'))).toBe('[-（）；-]城乡居民{+（）；+}');
  });

  test('of two equally good differences both sides see the same one', () => {
    const [one, other] = ['本市户籍老年人补贴发放。', '补贴发放本市户籍老年人。'];
    const mirrored = marked(diffText(one, other))
      .replaceAll(/\[-(.*?)-\]/g, '<$1>')
      .replaceAll(/\{\+(.*?)\+\}/g, '[-$1-]');
    expect(marked(diffText(other, one))).toBe(mirrored.replaceAll(/<(.*?)>/g, '{+$1+}'));
  });

  test('a long text shows a change in one clause only', () => {
    const lines = Array.from({ length: 400 }, (_, n) => `第${n + 1}项服务由市级财政承担，每人每月${n + 100}元。`);
    const after = lines.with(200, '第201项服务由区级财政承担，每人每月350元。').join('\n');
    expect(diffText(lines.join('\n'), after).filter(({ op }) => op !== 'equal')).toEqual([
      { op: 'delete', text: '市级' },
      { op: 'insert', text: '区级' },
      { op: 'delete', text: '300元' },
      { op: 'insert', text: '350元' },
    ]);
  });
});

describe('any two texts', () => {
  const part = fc.constantFrom(
    '市级财政',
    '区级财政',
    '、',
    '。',
    '2650元',
    '2800元',
    '的',
    '服务',
    '，',
    '《办法》',
    '（',
    '〔2018〕',
    '22号',
    '\n',
    ' ',
    '😀',
  );
  const text = fc.oneof(
    fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  test.each([[undefined], [0], [300]])(
    'rebuild from their difference, with delete before insert and no two alike in a row (budget %p)',
    (budget) => {
      fc.assert(
        fc.property(text, text, (before, after) => {
          const segments = diffText(before, after, budget === undefined ? {} : { budget });
          expect(beforeOf(segments)).toBe(before);
          expect(afterOf(segments)).toBe(after);
          for (const [index, { op, text: piece }] of segments.entries()) {
            const next = segments[index + 1]?.op;
            expect(piece).not.toBe('');
            expect(next).not.toBe(op);
            if (op === 'insert') expect(next).not.toBe('delete');
          }
        }),
      );
    },
  );

  test('swapped give swapped ops', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const swapped = diffText(after, before).map(({ op, text: piece }) => [
          op === 'equal' ? op : op === 'insert' ? 'delete' : 'insert',
          piece,
        ]);
        const runs = (segments: readonly (readonly string[])[], op: string): string =>
          segments.map(([one, piece]) => (one === op ? piece : '|')).join('');
        const straight = diffText(before, after).map(({ op, text: piece }) => [op, piece]);
        expect(runs(swapped, 'equal').length).toBe(runs(straight, 'equal').length);
        for (const op of ['delete', 'insert']) {
          expect(swapped.filter(([one]) => one === op)).toEqual(straight.filter(([one]) => one === op));
        }
      }),
    );
  });

  test('atoms are never cut', () => {
    const atom = fc.constantFrom('2650元', '《办法》', '国发〔2018〕22号', '35-64岁', '第十二条', '90%');
    const run = fc.array(atom, { maxLength: 12 });
    fc.assert(
      fc.property(run, run, (before, after) => {
        const atoms = new Set<string>([...before, ...after]);
        for (const { text: piece } of diffText(before.join('，'), after.join('，'))) {
          for (const one of piece.split('，')) expect(one === '' || atoms.has(one)).toBe(true);
        }
      }),
    );
  });
});

describe('hostile pairs', () => {
  const unrelated = (first: number): string =>
    Array.from({ length: 10_000 }, (_, n) =>
      String.fromCharCode(0x4e00 + (((n * 7919 + first) * 104_729) % 20_000)),
    ).join('');

  test.each([
    ['unrelated', unrelated(1), unrelated(9_999)],
    ['abab against baba', '甲乙'.repeat(5_000), '乙甲'.repeat(5_000)],
    ['all alike', '甲'.repeat(10_000), '甲'.repeat(9_000)],
    ['marks only', '，'.repeat(10_000), '。'.repeat(10_000)],
    ['never closed', '《'.repeat(10_000), `${'《'.repeat(9_999)}甲`],
    ['half document numbers', '〔2018〕'.repeat(1_600), '〔2018〕1号'.repeat(1_300)],
    ['a long line', '国家基本公共服务标准'.repeat(10_000), '国家基本公共服务规范'.repeat(10_000)],
  ])('%s: complete and soon', (_, before, after) => {
    const start = performance.now();
    const segments = diffText(before, after);
    const took = performance.now() - start;
    expect(beforeOf(segments)).toBe(before);
    expect(afterOf(segments)).toBe(after);
    // Four times what one core of this size takes: a bound that only a change of the order of growth breaks.
    expect(took).toBeLessThan(1_000);
  });
});
