import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bundled = 'prisma/seed/beijing-basic-public-service-standard-2023-draft.txt';
const source = readFileSync(bundled, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'dingben-compare-'));

afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Runs the program as a person does. */
function compare(...argv: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['apps/cli/src/main.ts', 'compare', ...argv], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', NODE_OPTIONS: '' },
  });
  return { status, stdout, stderr };
}

describe('dingben compare', () => {
  const amended = file('amended.txt', source.replace('每人每月2650元。', '每人每月2800元。'));

  test('the bundled standard with itself has no change', () => {
    const { status, stdout, stderr } = compare(bundled, bundled, '--json', '--exit-code');
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'dingben.comparison/1',
      summary: { added: 0, removed: 0, moved: 0, renumbered: 0, retitled: 0, amended: 0, unchanged: 93 },
      entries: [],
    });
  });

  test('a raised amount is the one change, as data', () => {
    const { status, stdout } = compare(bundled, amended, '--json', '--exit-code');
    expect(status).toBe(1);
    const place = { number: '10', title: '特殊儿童群体基本生活保障', path: ['一', '三'] };
    const none = { added: [], removed: [] };
    expect((JSON.parse(stdout) as { entries: unknown[] }).entries).toEqual([
      {
        changes: ['amended'],
        classes: ['提高标准'],
        evidence: [
          {
            class: '提高标准',
            provision: 'standard',
            before: { start: 4, end: 9, text: '2650元' },
            after: { start: 4, end: 9, text: '2800元' },
          },
        ],
        certain: true,
        before: place,
        after: place,
        provisions: {
          standard: [
            { op: 'equal', text: '每人每月' },
            { op: 'delete', text: '2650元' },
            { op: 'insert', text: '2800元' },
            { op: 'equal', text: '。' },
          ],
        },
        quantities: [{ provision: 'standard', before: '2650元', after: '2800元', ratio: 1.0566 }],
        citations: none,
        agencies: none,
        funding: none,
      },
    ]);
  });

  test('and for people, without a failing status unless it is asked for', () => {
    const { status, stdout } = compare(bundled, amended);
    expect(status).toBe(0);
    expect(stdout).toContain(
      '10 特殊儿童群体基本生活保障〔修改〕提高标准\n  服务标准：每人每月[-2650元-]{+2800元+}。\n',
    );
  });

  test('a heading that another edition lost as well moves nothing', () => {
    const next = file('next.txt', source.replace('2023年版', '2024年版').replace(/^7\.预防接种[^]*?(?=^8\.)/m, ''));
    const { stdout } = compare(bundled, next, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      after: '2024年版（征求意见稿）',
      summary: { added: 0, removed: 1, moved: 0, renumbered: 0, retitled: 0, amended: 0, unchanged: 92 },
      sections: [],
    });
  });

  test.each([
    ['table.docx', [], 'PK'],
    ['tracked.docx', ['--tracked'], 'PK'],
    ['table.xlsx', [], 'PK'],
    ['table.pdf', [], '%PDF'],
    ['table.html', [], '<!doctype html>'],
  ])('the comparison table is written to %s', (name, options, magic) => {
    const reasons = file('reasons.json', '{ "10": { "reason": "按新标准调整。", "basis": "《某法》" } }');
    const out = join(folder, name);
    const done = compare(bundled, amended, '--table', out, '--reasons', reasons, ...options);
    expect(done).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(out).subarray(0, magic.length).toString()).toBe(magic);
  });

  test.each([
    ['notes.docx', 'PK'],
    ['notes.html', '<!doctype html>'],
  ])('the notes are written to %s', (name, magic) => {
    const out = join(folder, name);
    expect(compare(bundled, amended, '--notes', out)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(out).subarray(0, magic.length).toString()).toBe(magic);
  });

  test('a table is not written while a reason is missing, and the row is named', () => {
    const out = join(folder, 'missing.html');
    const { status, stderr } = compare(bundled, amended, '--table', out);
    expect([status, existsSync(out)]).toEqual([2, false]);
    expect(stderr).toContain('(comparison-table.reason-missing 10.特殊儿童群体基本生活保障)');
  });

  test.each(['{', '[]', '{ "10": "按新标准调整。" }', '{ "10": { "reason": "甲", "other": "乙" } }'])(
    'reasons in the form %s are unusable',
    (text) => {
      const out = join(folder, 'unusable.html');
      const { status, stderr } = compare(bundled, amended, '--table', out, '--reasons', file('unusable.json', text));
      expect([status, existsSync(out)]).toEqual([2, false]);
      expect(stderr).toContain('cli.reasons-unreadable');
    },
  );

  test.each([
    ['a file that is not there', 'cli.file-unreadable', () => join(folder, 'none.txt')],
    ['bytes that are no text', 'document.encoding-unknown', () => file('bytes.txt', new Uint8Array([0x41, 0xff]))],
    ['a text without a service', 'cli.file-empty', () => file('letter.txt', '关于召开会议的通知\n')],
    ['JSON of another form', 'document.json-shape', () => file('other.json', '{}')],
  ])('%s is unusable', (_, code, path) => {
    const { status, stdout, stderr } = compare(bundled, path(), '--json');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(code);
  });

  test.each([
    [[bundled]],
    [[bundled, bundled, '--jsn']],
    [[bundled, bundled, '--table', 'table.odt']],
    [[bundled, bundled, '--table', 'table.pdf', '--tracked']],
    [[bundled, bundled, '--table', 'table.html', '--json']],
    [[bundled, bundled, '--reasons', 'reasons.json']],
    [[bundled, bundled, '--notes', 'notes.pdf']],
  ])('%j is not how it is called', (argv) => {
    expect(compare(...argv)).toMatchObject({ status: 2, stdout: '' });
  });
});
