import { parseArgs } from 'node:util';
import { parsedOrNull } from '../arguments.ts';
import { comparableOf, compareOutlines, type Comparison } from '@dingben/comparison';
import { comparisonText } from '../comparison-text.ts';
import type { Io } from '../io.ts';
import { languageOf } from '../language.ts';
import { loadOutline } from '../load-outline.ts';
import { problemText } from '../problem-text.ts';

const USAGE = {
  zh: `dingben compare 甲 乙 [--json] [--exit-code]

  对比两份 Word 文档（.docx）、文本（.txt）或结构文件（.json，dingben.outline/1），写出修订内容。
  --json       按 dingben.comparison/1 输出
  --exit-code  有差异时退出状态为 1
`,
  en: `dingben compare A B [--json] [--exit-code]

  Compares two Word documents (.docx), texts (.txt) or outlines (.json, dingben.outline/1) and writes what changed.
  --json       writes dingben.comparison/1
  --exit-code  exits with 1 where there is a difference
`,
};

/** Compares two files. 0 compared; with `--exit-code` 1 where they differ; 2 unusable input. */
export async function compare(argv: readonly string[], io: Io): Promise<number> {
  const language = languageOf(io.env);
  const asked = parsedOrNull(() => parseCompare(argv));
  if (asked?.values.help === true) {
    io.out(USAGE[language]);
    return 0;
  }
  const [first, second, ...rest] = asked?.positionals ?? [];
  if (asked === null || first === undefined || second === undefined || rest.length > 0) {
    io.log(USAGE[language]);
    return 2;
  }
  const [before, after] = await Promise.all([loadOutline(first, io.cwd), loadOutline(second, io.cwd)]);
  for (const loaded of [before, after]) {
    if (loaded.ok) continue;
    io.log(problemText(loaded.problem, language));
  }
  if (!before.ok || !after.ok) return 2;
  const comparison = compareOutlines(comparableOf(before.value), comparableOf(after.value));
  io.out(asked.values.json ? `${JSON.stringify(comparison, null, 2)}\n` : comparisonText(comparison));
  return asked.values['exit-code'] && differs(comparison) ? 1 : 0;
}

function differs({ entries, sections }: Comparison): boolean {
  return entries.length + sections.length > 0;
}

function parseCompare(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      'exit-code': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
