import type { Finding, Outline } from '@dingben/outline';
import { entries, leaves } from '@dingben/outline';
import { read } from './index.ts';

const LABELS = ['服务对象：甲。', '服务内容：乙。', '服务标准：丙。', '支出责任：丁。', '牵头负责单位：戊。'];
const text = (...lines: (string | string[])[]): string => ['某标准（2025年版）', ...lines].flat().join('\n');
const found = (outline: Outline): readonly Finding[] => outline.findings ?? [];
const codes = (outline: Outline): string[] => found(outline).map((finding) => `${finding.severity} ${finding.code}`);
const paths = (outline: Outline): string[] => [...entries(outline)].map((at) => `${at.path} ${at.entry.title}`);

describe('a text in the official form', () => {
  test('gives its outline and no finding', () => {
    const outline = read(
      text(
        '一、章',
        '（一）类',
        '1.A。',
        LABELS,
        '2.B。',
        '（1）B1。',
        LABELS,
        '（2）B2。',
        LABELS,
        '（二）类二',
        '3.C。',
        LABELS,
      ),
    );
    expect(outline.findings).toEqual([]);
    expect([outline.title, outline.edition]).toEqual(['某标准（2025年版）', '2025年版']);
    expect(paths(outline)).toEqual(['1 A', '2 B', '2（1） B1', '2（2） B2', '3 C']);
    expect([...leaves(outline)][0]?.provisions).toEqual({
      targetGroup: '甲。',
      content: '乙。',
      standard: '丙。',
      funding: '丁。',
      leadAgency: '戊。',
    });
  });

  test('keeps the paragraphs of a provision together, numbered ones too', () => {
    const outline = read(
      text(
        '（一）类',
        '1.A。',
        LABELS[0] ?? '',
        '服务内容：乙：',
        '1.某。',
        '2.某。',
        '（1）某。',
        '一、某',
        LABELS.slice(2),
        '2.B。',
        LABELS,
      ),
    );
    expect(paths(outline)).toEqual(['1 A', '2 B']);
    expect([...leaves(outline)][0]?.provisions.content).toBe('乙：\n1.某。\n2.某。\n（1）某。\n一、某');
    expect(new Set(codes(outline))).toEqual(new Set(['info reader.paragraph-continued']));
  });
});

describe('a text that departs from the form', () => {
  const whole = (...lines: (string | string[])[]): string => text('（一）类', ...lines);
  test.each([
    ['a missing provision', whole('1.A。', LABELS.slice(1)), ['error reader.provision-missing']],
    ['a provision given twice', whole('1.A。', LABELS, '支出责任：己。'), ['error reader.provision-duplicate']],
    ['an empty provision', whole('1.A。', LABELS.slice(0, 4), '牵头负责单位：'), ['error reader.provision-empty']],
    [
      'provisions in another order',
      whole('1.A。', [...LABELS].reverse()),
      Array(4).fill('warning reader.provision-order'),
    ],
    ['a number given twice', whole('1.A。', LABELS, '1.B。', LABELS), ['error reader.number-duplicate']],
    [
      'a number out of order',
      whole('2.A。', LABELS, '1.B。', LABELS),
      ['warning reader.number-skipped', 'error reader.number-order'],
    ],
    ['a number skipped', whole('1.A。', LABELS, '3.B。', LABELS), ['warning reader.number-skipped']],
    ['full-width digits', whole('１、A。', LABELS), ['info reader.number-form']],
    [
      'half-width brackets',
      text('(一)类', '1.A。', '(1) A1。', LABELS),
      ['info reader.number-form', 'info reader.number-form'],
    ],
    ['a title without its stop', whole('1.A', LABELS), ['info reader.title-stop']],
    ['an entry without a title', whole('1.。', LABELS), ['error reader.title-missing']],
    ['a half-width colon', whole('1.A。', LABELS.slice(0, 4), '牵头负责单位:戊。'), ['info reader.label-colon']],
    ['blanks within a label', whole('1.A。', '服 务 对 象：甲。', LABELS.slice(1)), ['warning reader.label-variant']],
    ['a paragraph that belongs nowhere', whole('前言。', '1.A。', LABELS), ['error reader.paragraph-unplaced']],
    ['an empty line', whole('', '1.A。', LABELS), ['info reader.paragraph-empty']],
    [
      'blanks around a paragraph',
      whole('\u3000\u30001.A。\t', LABELS),
      ['info reader.paragraph-edge-blank', 'info reader.paragraph-edge-blank'],
    ],
    ['entries before any heading', text('1.A。', LABELS), ['error reader.section-missing']],
    ['CRLF', text('（一）类', '1.A。', LABELS).replaceAll('\n', '\r\n'), ['info reader.line-ending']],
    ['a byte order mark', `\ufeff${whole('1.A。', LABELS)}`, ['info reader.artefact']],
    ['a zero-width blank', whole('1.A\u200b。', LABELS), ['error reader.forbidden-code-point']],
    ['a title without a year', whole('1.A。', LABELS).replace('（2025年版）', ''), ['warning reader.edition-missing']],
    [
      'headings that go back',
      text('（一）甲', '1.A。', LABELS, '（一）乙', '2.B。', LABELS),
      ['warning reader.heading-order'],
    ],
    ['nothing', '', ['error reader.title-missing', 'warning reader.edition-missing']],
  ])('%s', (_name, source, expected) => {
    expect(codes(read(source))).toEqual(expected);
  });

  test('offsets are those of the source line, what was stripped before them counted', () => {
    const outline = read(text('（一）类', '1.A。', LABELS.slice(0, 4), ' [bookmark: _GoBack]牵头单位：戊。'));
    const variant = found(outline).find((finding) => finding.code === 'reader.label-variant');
    expect(variant).toMatchObject({
      code: 'reader.label-variant',
      entry: '1',
      line: 8,
      start: 20,
      end: 24,
      found: '牵头单位',
    });
  });

  test('a heading that the text has elsewhere is not put back twice', () => {
    const known = [{ kind: 'category', number: '一', title: '类', beforeEntry: '2' } as const];
    const outline = read(text('（一）类', '1.A。', LABELS, '2.B。', LABELS), { knownHeadings: known });
    expect(outline.sections).toHaveLength(1);
    expect(outline.findings).toEqual([]);
  });
});
