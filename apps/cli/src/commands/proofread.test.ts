import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outline } from '@dingben/outline';
import { PROOFREADING_CODES } from '@dingben/proofreading';
import { findingText } from '../finding-text.ts';

const bundled = 'prisma/seed/beijing-basic-public-service-standard-2023-draft.txt';
const folder = mkdtempSync(join(tmpdir(), 'dingben-proofread-'));

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

/** A standard of one entry in the exchange form. */
function standard(name: string, text: string): string {
  const provisions = {
    targetGroup: '残疾人。',
    content: '提供服务。',
    standard: text,
    funding: '区级财政承担支出责任。',
  };
  const entry = { number: '1', title: '某项服务', provisions: { ...provisions, leadAgency: '市残联。' } };
  const outline: Outline = {
    schema: 'dingben.outline/1',
    title: '某标准（2025年版）',
    edition: '2025年版',
    sections: [{ kind: 'category', number: '一', title: '某类', entries: [entry] }],
  };
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(outline));
  return path;
}

describe('dingben proofread', () => {
  test('finds the defects of the bundled standard and exits with 1', () => {
    const { status, stdout, stderr } = dingben(['proofread', bundled, '--json']);
    expect([status, stderr]).toEqual([1, '']);
    const form = JSON.parse(stdout) as { schema: string; summary: unknown; findings: unknown[] };
    expect([form.schema, form.summary, form.findings.length]).toEqual([
      'dingben.proofreading/1',
      { error: 4, warning: 38, info: 15 },
      57,
    ]);
  });

  test('tells a person what is wrong and where, in the language of the terminal', () => {
    const chinese = dingben(['proofread', bundled], 'zh_CN.UTF-8').stdout.split('\n');
    expect(chinese[1]).toBe('校核问题：错误 4，提示 38，说明 15');
    expect(chinese).toContain(
      '79  leadAgency  warning  同一单位的名称与别处不一致，别处作“市人力资源社会保障局”。  "市人力资源和社会保障局" → "市人力资源社会保障局"  (proofreading.agency-variant)',
    );
    const english = dingben(['proofread', bundled]).stdout.split('\n');
    expect(english).toContain(
      '9  standard  error  Number 京卫妇社〔2009〕4号 has another title elsewhere: 《北京市0-6岁学前儿童免费健康体检的实施意见（试行）》. (see entry 8)  "《北京市免费为新生儿进行先天性疾病筛查工作的实施意见（试行）》（京卫妇社〔2009〕4号）" → ?  (proofreading.number-titles)',
    );
  });

  test('exits with 0 on a clean text, and on notes without --strict', () => {
    const clean = dingben(['proofread', standard('clean.json', '每人每月2650元。')], 'zh_CN.UTF-8');
    expect(clean).toEqual({ status: 0, stdout: '某标准（2025年版）\n校核问题：错误 0，提示 0，说明 0\n', stderr: '' });
    const notes = standard('notes.json', '其它救助对象每人每月2650元。');
    expect([dingben(['proofread', notes]).status, dingben(['proofread', notes, '--strict']).status]).toEqual([0, 1]);
  });

  test.each([
    [['proofread'], 'dingben proofread'],
    [['proofread', bundled, bundled], 'dingben proofread'],
    [['proofread', bundled, '--unknown'], 'dingben proofread'],
    [['proofread', 'no-such-file'], 'cli.file-unreadable'],
  ])('%j is unusable input', (argv, message) => {
    const { status, stdout, stderr } = dingben(argv);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

describe('findings', () => {
  test.each(PROOFREADING_CODES)('%s has a sentence in both languages', (code) => {
    for (const language of ['zh', 'en'] as const) {
      expect(findingText({ code, severity: 'info' }, language)).toMatch(/^info {2}\S.* {2}\(proofreading\.[a-z-]+\)$/);
    }
  });
});
