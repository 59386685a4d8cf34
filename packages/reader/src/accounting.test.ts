import type { Outline } from '@dingben/outline';
import { accountFor, read } from './index.ts';

const TEXT = [
  '某标准（2025年版）',
  '（一）类',
  '1.甲。',
  '服务对象：子。',
  '服务内容：丑。',
  '服务标准：寅。',
  '支出责任：卯。',
  '责任单位:辰。',
].join('\n');
const outline = read(TEXT);

/** The outline with a change made to its only entry. */
function changed(title: string, content: string): Outline {
  return JSON.parse(
    JSON.stringify(outline).replace('"甲"', JSON.stringify(title)).replace('"丑。"', JSON.stringify(content)),
  ) as Outline;
}

test('a text that was read is in its outline, but for what its findings quote', () => {
  expect(accountFor(TEXT, outline)).toEqual({ input: 54, inOutline: 49, inFindings: 5, lost: [] });
});

test.each([
  ['a character that is missing', changed('甲', '。'), { line: 5, text: '服务内容：丑。' }],
  ['a character that is another one', changed('乙', '丑。'), { line: 3, text: '1.甲。' }],
  ['a finding that was dropped', { ...outline, findings: [] }, { line: 8, text: '责任单位:辰。' }],
])('%s is found', (_, told, lost) => {
  expect(accountFor(TEXT, told).lost).toEqual([lost]);
});

test('one line of the outline answers for one line of the text', () => {
  expect(accountFor(`${TEXT}\n支出责任：卯。`, outline).lost).toEqual([{ line: 9, text: '支出责任：卯。' }]);
});

test('a label on a line of its own is accounted for where another entry lacks its text', () => {
  const text = ['某标准（2025年版）', '（一）类', '1.甲。', '牵头负责单位：子。', '2.乙。', '服务对象：', '丑。'].join(
    '\n',
  );
  expect(accountFor(text, read(text)).lost).toEqual([]);
});
