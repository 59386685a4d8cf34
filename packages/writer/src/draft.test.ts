import type { Outline } from '@dingben/outline';
import { read as readWorkbook } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { extractText } from 'unpdf';
import { writeDocx } from './docx/index.ts';
import { writeAkn, writeHtml } from './index.ts';
import { writePdf } from './pdf/index.ts';
import { writeXlsx } from './xlsx/index.ts';

const text = {
  targetGroup: '居民。',
  content: '',
  standard: '甲。\n'.repeat(40),
  funding: '',
  leadAgency: '市民政局。',
};
const outline: Outline = {
  schema: 'dingben.outline/1',
  title: '某标准（2025年版）',
  edition: '2025年版',
  sections: [
    { kind: 'chapter', number: '一', title: '章', entries: [{ number: '1', title: '甲项', provisions: text }] },
  ],
};
const draft = '草案 第12次提交';

test('every page of a draft on paper says that it is one', async () => {
  const pdf = await writePdf(outline, (file) => Promise.resolve(readFileSync(require.resolve(file))), { draft });
  if (!pdf.ok) throw new Error(pdf.problem.code);
  const { text: pages } = await extractText(pdf.value);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.every((page) => page.includes(draft))).toBe(true);
  const parts = unzipSync(await writeDocx(outline, { draft }));
  const headers = Object.keys(parts).filter((name) => name.startsWith('word/header'));
  expect(headers).toHaveLength(2);
  for (const name of headers) expect(strFromU8(parts[name] ?? new Uint8Array())).toContain(draft);
});

test('and so do the forms that are read on a screen or by a program', () => {
  expect(writeHtml(outline, { draft })).toContain(`<p class="draft">${draft}</p>`);
  const book = writeXlsx(outline, { draft });
  if (!book.ok) throw new Error(book.problem.code);
  const sheet = readWorkbook(book.value).Sheets['条目'];
  expect((sheet?.['A1'] as { v: string } | undefined)?.v).toBe(`某标准（2025年版）（${draft}）`);
  expect(writeAkn(outline, { draft })).toContain('<FRBRauthoritative value="false"/>');
});

test('what is in force says nothing of it', async () => {
  expect(writeHtml(outline)).not.toContain('<p class="draft">');
  expect(writeAkn(outline)).not.toContain('FRBRauthoritative');
  const parts = Object.keys(unzipSync(await writeDocx(outline)));
  expect(parts.filter((name) => name.startsWith('word/header'))).toEqual([]);
});
