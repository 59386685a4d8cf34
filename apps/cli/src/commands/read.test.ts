import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaves, type Outline } from '@dingben/outline';
import { READER_CODES } from '@dingben/reader';
import { findingText } from '../finding-text.ts';

const bundled = 'prisma/seed/beijing-basic-public-service-standard-2023-draft.txt';
const folder = mkdtempSync(join(tmpdir(), 'dingben-read-'));

// Each run starts a process, some tests several.
jest.setTimeout(60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the program as a person does. */
function dingben(argv: string[], locale = 'C'): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['apps/cli/src/main.ts', ...argv], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: locale, NODE_OPTIONS: '' },
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('dingben read', () => {
  test('gives the exchange form with citations and findings', () => {
    const { status, stdout, stderr } = dingben(['read', bundled, '--json']);
    expect([status, stderr]).toEqual([0, '']);
    const outline = JSON.parse(stdout) as Outline;
    const all = [...leaves(outline)];
    expect([outline.schema, all.length, outline.findings?.length]).toEqual(['dingben.outline/1', 93, 73]);
    expect(all.flatMap(({ entry }) => entry.citations ?? [])).toHaveLength(238);
    expect(all[0]?.entry.citations?.[1]).toEqual({
      provision: 'standard',
      start: 37,
      end: 81,
      title: '关于落实生育全程服务推进婚前与孕前保健工作的通知',
      number: '京卫老年妇幼〔2018〕22 号',
    });
  });

  test('tells a person what is in the text, in the language of the terminal', () => {
    const english = dingben(['read', bundled]).stdout.split('\n');
    expect(english.slice(1, 3)).toEqual([
      '9 chapters, 22 categories, 89 services, 93 leaf entries, 238 citations',
      'findings: 0 errors, 24 warnings, 49 notes',
    ]);
    const chinese = dingben(['read', bundled], 'zh_CN.UTF-8').stdout;
    expect(chinese).toContain('9 章，22 类，89 项服务，93 条，引用 238 处');
    expect(chinese).toContain(
      '第308行  49  leadAgency  warning  条款名称与规定的写法不同。  "牵头责任单位" → "牵头负责单位"',
    );
  });

  test('lists the normalisations', () => {
    const { status, stdout } = dingben(['read', bundled, '--normalisations']);
    const lines = stdout.trimEnd().split('\n');
    expect([status, lines.length]).toEqual([0, 73]);
    expect(lines).toContain('308\tlabel\t"牵头责任单位"\t"牵头负责单位"');
    const lost = file('lost.txt', '某标准（2025年版）\n前言。\n（一）类\n1.A。\n服务对象：甲。\n');
    expect(dingben(['read', lost, '--normalisations']).status).toBe(1);
  });

  test('fails on findings with --strict only', () => {
    expect(dingben(['read', bundled, '--strict', '--json']).status).toBe(1);
  });

  test.each([
    [['read'], 'dingben read'],
    [['read', bundled, bundled], 'dingben read'],
    [['read', bundled, '--unknown'], 'dingben read'],
    [['read', 'no-such-file'], 'cli.file-unreadable'],
    [['export', bundled], 'dingben export'],
    [['export', bundled, '--format', 'odt'], 'dingben export'],
    [['export', bundled, '--format', 'toString'], 'dingben export'],
    [['export', bundled, '--format', 'docx'], 'dingben export'],
    [['export', bundled, '--format', 'txt', '--out', '/no/such/folder/file'], 'cli.file-unwritable'],
    [['export', bundled, '--format', 'txt', '--chapter', '九十九'], 'cli.chapter-unknown'],
  ])('%j is unusable input', (argv, message) => {
    const { status, stdout, stderr } = dingben(argv);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('exports one chapter alone, with the numbers that it has in the whole', () => {
    const chapter = (number: string, entry: string) =>
      `${number}、第${number}章\n（${number}）类\n${entry}\n服务对象：甲。\n服务内容：乙。\n服务标准：丙。\n支出责任：丁。\n牵头负责单位：戊。\n`;
    const two = file('two.txt', `某标准（2025年版）\n${chapter('一', '1.甲事')}${chapter('二', '2.乙事')}`);
    const { status, stdout } = dingben(['export', two, '--format', 'txt', '--chapter', '二']);
    expect(status).toBe(0);
    expect(stdout).toContain('二、第二章');
    expect(stdout).toContain('2.乙事');
    expect(stdout).not.toContain('第一章');
  });

  test('reads a Word document as it reads the text that is in it', () => {
    const documents = 'test/fixtures/documents/ok';
    const text = dingben(['read', `${documents}/plain.txt`, '--json']);
    const document = dingben(['read', `${documents}/plain.docx`, '--json']);
    expect([text.status, document.status, document.stderr]).toEqual([0, 0, '']);
    const numbered = JSON.parse(dingben(['read', `${documents}/word-numbering.docx`, '--json']).stdout) as Outline;
    expect([...leaves(numbered)].map((at) => at.path)).toEqual(['1', '2（1）', '2（2）', '3']);
    const notes = dingben(['read', `${documents}/notes-and-comments.docx`], 'zh_CN.UTF-8').stdout;
    expect(notes).toContain('脚注，未读入正文。');
  });

  test('says where it is not certain of an encoding, and takes the one that is named', () => {
    const gb18030 = 'test/fixtures/documents/ok/gb18030.txt';
    const guessed = dingben(['read', gb18030, '--json']);
    const named = dingben(['read', gb18030, '--json', '--encoding', 'GB18030']);
    expect([guessed.status, named.status]).toEqual([0, 0]);
    expect([guessed.stderr.includes('gb18030'), named.stderr]).toEqual([true, '']);
    expect(guessed.stdout).toBe(named.stdout);
    expect(dingben(['read', gb18030, '--encoding', 'utf-8']).stderr).toContain('document.encoding-unknown');
    expect(dingben(['read', gb18030, '--encoding', 'latin1']).stderr).toContain('dingben read');
  });

  test('tells why a document is refused', () => {
    const tracked = dingben(['read', 'test/fixtures/documents/not-ok/tracked-changes.docx']);
    expect([tracked.status, tracked.stdout]).toEqual([2, '']);
    expect(tracked.stderr).toContain('2 insertions, 1 deletions, 0 moves, the first in paragraph 7: “89”');
    expect(tracked.stderr).toContain('(document.tracked-changes)');
  });

  test('files that are no text, or not of the form, are unusable input', () => {
    const bytes = file('bytes.txt', Uint8Array.of(0x41, 0xff));
    const form = file(
      'form.json',
      '{"schema":"dingben.outline/1","title":"","edition":"","sections":[{"kind":"part"}]}',
    );
    expect(dingben(['read', bytes])).toMatchObject({ status: 2, stdout: '' });
    expect(dingben(['read', form]).stderr).toContain('(document.json-shape $.sections[0].kind)');
  });
});

describe('dingben export', () => {
  test('writes the JSON form that it reads back to the same JSON and page', () => {
    const json = file('standard.json', dingben(['export', bundled, '--format', 'json']).stdout);
    for (const format of ['json', 'html']) {
      const { status, stdout, stderr } = dingben(['export', json, '--format', format]);
      expect([format, status, stderr]).toEqual([format, 0, '']);
      expect(stdout).toBe(dingben(['export', bundled, '--format', format]).stdout);
    }
  });

  test.each([
    ['docx', 'PK'],
    ['xlsx', 'PK'],
    ['pdf', '%PDF-1.7'],
    ['akn', '<?xml'],
  ])('writes %s to a file, the same bytes each time', (format, magic) => {
    const out = join(folder, `standard.${format}`);
    const write = (): Buffer => {
      const done = dingben(['export', bundled, '--format', format, '--out', out]);
      expect(done).toEqual({ status: 0, stdout: '', stderr: '' });
      return readFileSync(out);
    };
    const first = write();
    expect(first.subarray(0, magic.length).toString()).toBe(magic);
    expect(Buffer.compare(first, write())).toBe(0);
  });

  test('refuses a document with characters that it may not carry', () => {
    const text = file('hidden.txt', '某标准（2025年版）\n（一）类\n1.A\u200b。\n服务对象：甲。\n');
    const out = join(folder, 'hidden');
    for (const format of ['docx', 'xlsx', 'pdf', 'akn']) {
      const { status, stderr } = dingben(['export', text, '--format', format, '--out', out]);
      expect([format, status, stderr.includes('cli.text-forbidden')]).toEqual([format, 2, true]);
    }
    expect(existsSync(out)).toBe(false);
  });
});

describe('findings', () => {
  test.each(READER_CODES)('%s has a sentence in both languages', (code) => {
    for (const language of ['zh', 'en'] as const) {
      expect(findingText({ code, severity: 'info' }, language)).toMatch(/^info {2}\S.* {2}\(reader\.[a-z-]+\)$/);
    }
  });
});
