import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { read, type KnownHeading } from '@dingben/reader';
import { writeText } from '@dingben/writer';
import { writeDocx } from '@dingben/writer/docx';
import { writeXlsx } from '@dingben/writer/xlsx';
import { read as readWorkbook, utils } from '@e965/xlsx';

const source = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';
// The bundled data, whose form the tests of the reader hold.
const { headings } = JSON.parse(readFileSync(`${source}.headings.json`, 'utf8')) as { headings: KnownHeading[] };
const outline = read(readFileSync(`${source}.txt`, 'utf8'), { knownHeadings: headings });

const office = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((path) => existsSync(path));
// Without LibreOffice on the PATH there is nothing to open the document with.
const withOffice = office === undefined ? test.skip : test;

describe('the bundled standard as a document', () => {
  withOffice(
    'opens in LibreOffice with the text that was written, on A4 pages (needs soffice on the PATH)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'dingben-docx-'));
      try {
        writeFileSync(join(folder, 'standard.docx'), await writeDocx(outline));
        convert(folder, 'txt:Text (encoded):UTF8');
        const text = readFileSync(join(folder, 'standard.txt'), 'utf8').replace(/^\ufeff/, '');
        const edition = '（2023年版）';
        expect(text).toBe(writeText(outline).replace(edition, `\n${edition}`));
        convert(folder, 'pdf');
        const pdf = readFileSync(join(folder, 'standard.pdf'), 'latin1');
        const pages = pdf.match(/\/Type\/Page\/[^\n]*/g) ?? [];
        expect([pdf.slice(0, 5), pages.length > 40]).toEqual(['%PDF-', true]);
        expect(pages.filter((page) => !/\/MediaBox\[0 0 595\.\d+ 841\.\d+\]/.test(page))).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );

  withOffice(
    'opens in LibreOffice as a workbook whose cells are kept (needs soffice on the PATH)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'dingben-xlsx-'));
      try {
        const written = writeXlsx(outline);
        if (!written.ok) throw new Error(written.problem.code);
        writeFileSync(join(folder, 'standard.xlsx'), written.value);
        convert(folder, 'xls', 'standard.xlsx');
        const rows = (name: string): string[][] => {
          const { Sheets: sheets } = readWorkbook(readFileSync(join(folder, name)));
          return utils.sheet_to_json<string[]>(sheets['条目'] ?? {}, { header: 1, defval: '', raw: true });
        };
        expect(rows('standard.xls')).toEqual(rows('standard.xlsx'));
        expect(rows('standard.xlsx')).toHaveLength(2 + 93);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );

  function convert(folder: string, format: string, file = 'standard.docx'): void {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [profile, '--headless', '--convert-to', format, '--outdir', folder, join(folder, file)];
    execFileSync(office ?? 'soffice', args, { stdio: 'pipe', timeout: 100_000 });
  }
});
