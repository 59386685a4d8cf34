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
      '第308行  49  leadAgency  warning  条款名称与规定不一致  "牵头责任单位" → "牵头负责单位"',
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
    [['export', bundled, '--format', 'pdf'], 'dingben export'],
    [['export', bundled, '--format', 'toString'], 'dingben export'],
    [['export', bundled, '--format', 'docx'], 'dingben export'],
    [['export', bundled, '--format', 'txt', '--out', '/no/such/folder/file'], 'cli.file-unwritable'],
  ])('%j is unusable input', (argv, message) => {
    const { status, stdout, stderr } = dingben(argv);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('files that are no text, or not of the form, are unusable input', () => {
    const bytes = file('gbk.txt', Uint8Array.of(0xb7, 0xfe, 0xce, 0xf1));
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

  test('writes a document to a file', () => {
    const out = join(folder, 'standard.docx');
    expect(dingben(['export', bundled, '--format', 'docx', '--out', out])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  test('refuses a document with characters that it may not carry', () => {
    const text = file('hidden.txt', '某标准（2025年版）\n（一）类\n1.A\u200b。\n服务对象：甲。\n');
    const out = join(folder, 'hidden.docx');
    expect(dingben(['export', text, '--format', 'docx', '--out', out]).stderr).toContain('cli.text-forbidden');
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
