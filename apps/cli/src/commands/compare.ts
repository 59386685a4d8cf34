import { parseArgs } from 'node:util';
import { parsedOrNull } from '../arguments.ts';
import type { Result } from '@dingben/kernel';
import { comparableOf, compareOutlines, type Comparison } from '@dingben/comparison';
import { comparisonText } from '../comparison-text.ts';
import type { Io } from '../io.ts';
import { languageOf } from '../language.ts';
import { loadOutline } from '../load-outline.ts';
import { problemText } from '../problem-text.ts';
import { isNotesFile, notesFile } from '../notes.ts';
import { isTableFile, tableFile } from '../table.ts';
import { written } from '../write-file.ts';
import type { Outlines } from '@dingben/writer';

const USAGE = {
  zh: `dingben compare 甲 乙 [--json] [--exit-code]
  dingben compare 甲 乙 --table 文件 [--reasons 文件] [--tracked]
  dingben compare 甲 乙 --notes 文件

  对比两份 Word 文档（.docx）、文本（.txt）或结构文件（.json，dingben.outline/1），写出修订内容。
  --json       按 dingben.comparison/1 输出
  --exit-code  有差异时退出状态为 1
  --table      把修订对照表写入此文件：.docx、.pdf、.xlsx 或 .html
  --reasons    修改理由和依据：{ "10": { "reason": "…", "basis": "…" } }，以条目编码为键，没有编码的用修改后的
               序号（取消的写“原9”），章、类用标题；缺少理由的不予写出，并逐条指明
  --tracked    修改后一栏用 Word 可接受或拒绝的修订标记（只用于 .docx）
  --notes      把编制说明中修订情况的段落和统计表写入此文件：.docx 或 .html
`,
  en: `dingben compare A B [--json] [--exit-code]
  dingben compare A B --table FILE [--reasons FILE] [--tracked]
  dingben compare A B --notes FILE

  Compares two Word documents (.docx), texts (.txt) or outlines (.json, dingben.outline/1) and writes what changed.
  --json       writes dingben.comparison/1
  --exit-code  exits with 1 where there is a difference
  --table      writes the comparison table to this file: .docx, .pdf, .xlsx or .html
  --reasons    why, and on what basis: { "10": { "reason": "…", "basis": "…" } }, by the code of the entry; without one by its new
               number (原9 for one that is gone), headings as printed. Nothing is written while a reason is missing; each is named
  --tracked    has the changes in the new text as revisions that Word accepts or rejects (.docx only)
  --notes      writes the paragraph and the table that count what changed to this file: .docx or .html
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
  if (asked === null || first === undefined || second === undefined || rest.length > 0 || !isUsable(asked.values)) {
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
  const outlines = { before: before.value, after: after.value };
  if (asked.values.table !== undefined || asked.values.notes !== undefined) {
    if (!(await wroteFiles(comparison, outlines, asked.values, io))) return 2;
  } else io.out(asked.values.json ? `${JSON.stringify(comparison, null, 2)}\n` : comparisonText(comparison));
  return asked.values['exit-code'] && differs(comparison) ? 1 : 0;
}

type Options = NonNullable<ReturnType<typeof parseCompare>>['values'];

/** A table and notes go to files of a known kind, and what only a table has needs one. */
function isUsable({ table, reasons, tracked, notes, json }: Options): boolean {
  if (table === undefined && (reasons !== undefined || tracked)) return false;
  if (json && (table !== undefined || notes !== undefined)) return false;
  return (table === undefined || isTableFile(table, tracked)) && (notes === undefined || isNotesFile(notes));
}

/** Writes the table and the notes that were asked for, or says why not. */
async function wroteFiles(comparison: Comparison, outlines: Outlines, options: Options, io: Io): Promise<boolean> {
  const { table, notes, reasons, tracked } = options;
  if (table !== undefined) {
    const made = await tableFile(comparison, outlines, { file: table, reasons, tracked, cwd: io.cwd });
    if (!(await wrote(table, made, io))) return false;
  }
  return notes === undefined || wrote(notes, await notesFile(comparison, notes), io);
}

async function wrote(file: string, made: Result<string | Uint8Array>, io: Io): Promise<boolean> {
  const done = made.ok ? await written(file, made.value, io.cwd) : made;
  if (!done.ok) io.log(problemText({ ...done.problem, params: { file, ...done.problem.params } }, languageOf(io.env)));
  return done.ok;
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
      table: { type: 'string' },
      reasons: { type: 'string' },
      tracked: { type: 'boolean', default: false },
      notes: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
