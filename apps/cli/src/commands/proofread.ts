import { parseArgs } from 'node:util';
import type { Finding, Outline } from '@dingben/outline';
import { proofreadOutline } from '@dingben/proofreading';
import { parsedOrNull } from '../arguments.ts';
import { findingText } from '../finding-text.ts';
import type { Io } from '../io.ts';
import { languageOf } from '../language.ts';
import { loadOutline } from '../load-outline.ts';
import { problemText } from '../problem-text.ts';

const USAGE = {
  zh: `dingben proofread 文件 [--json] [--strict]

  校核一份标准（.docx、.txt 或 .json，dingben.outline/1），逐条写出问题和改法。没有问题时退出状态为 0，有问题时为 1。
  --json    按 dingben.proofreading/1 输出
  --strict  说明级的问题也算问题；不加时只有错误和提示才使退出状态为 1
`,
  en: `dingben proofread FILE [--json] [--strict]

  Proofreads a standard (.docx, .txt or .json, dingben.outline/1) and writes each finding with its repair. Exits with 0 where it is clean, 1 where it is not.
  --json    writes dingben.proofreading/1
  --strict  counts notes as well; without it only errors and warnings make the exit status 1
`,
};

/** Proofreads a file. 0 clean; 1 findings; 2 unusable input. */
export async function proofread(argv: readonly string[], io: Io): Promise<number> {
  const language = languageOf(io.env);
  const asked = parsedOrNull(() => parseProofread(argv));
  if (asked?.values.help === true) {
    io.out(USAGE[language]);
    return 0;
  }
  const [file, ...rest] = asked?.positionals ?? [];
  if (asked === null || file === undefined || rest.length > 0) {
    io.log(USAGE[language]);
    return 2;
  }
  const loaded = await loadOutline(file, io.cwd);
  if (!loaded.ok) {
    io.log(problemText(loaded.problem, language));
    return 2;
  }
  const { json, strict } = asked.values;
  const findings = proofreadOutline(loaded.value);
  io.out(
    json ? `${JSON.stringify(form(loaded.value, findings), null, 2)}\n` : report(loaded.value, findings, language),
  );
  return findings.some(({ severity }) => strict || severity !== 'info') ? 1 : 0;
}

function summary(findings: readonly Finding[]): Record<Finding['severity'], number> {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) count[severity]++;
  return count;
}

function form({ title, edition }: Outline, findings: readonly Finding[]) {
  return { schema: 'dingben.proofreading/1', title, edition, summary: summary(findings), findings };
}

function report(outline: Outline, findings: readonly Finding[], language: 'zh' | 'en'): string {
  const { error, warning, info } = summary(findings);
  const counts =
    language === 'zh'
      ? `校核问题：错误 ${error}，提示 ${warning}，说明 ${info}`
      : `findings: ${error} errors, ${warning} warnings, ${info} notes`;
  return [outline.title, counts, ...findings.map((finding) => findingText(finding, language)), ''].join('\n');
}

function parseProofread(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
