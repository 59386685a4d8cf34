import { fileName } from './file-names.ts';

test('a name keeps its Chinese and its brackets', () => {
  expect(fileName(['某标准（2023年版）', '（草案 第12次提交）'], 'pdf')).toBe(
    '某标准（2023年版）（草案 第12次提交）.pdf',
  );
});

test.each([
  ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j.docx'],
  ['..\r\n甲 . ', '__甲.docx'],
  ['', '_.docx'],
  ['...', '_.docx'],
])('%j is a name that file systems take', (title, expected) => {
  expect(fileName([title], 'docx')).toBe(expected);
});

test('a long name is cut between characters', () => {
  const name = fileName(['𬺈'.repeat(99)], 'akn.xml');
  expect(name).toBe(`${'𬺈'.repeat(50)}.akn.xml`);
  expect(Buffer.byteLength(name)).toBeLessThan(255);
});
