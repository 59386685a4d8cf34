import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parsedOrNull } from '../arguments.ts';
import type { Outline } from '@dingben/outline';
import { withCitations } from '@dingben/references';
import { normalisations, writeJson, writeText, type Normalisation } from '@dingben/writer';
import type { Io } from '../io.ts';
import { languageOf } from '../language.ts';
import { loadOutline } from '../load-outline.ts';
import { outlineText } from '../outline-text.ts';
import { problemText } from '../problem-text.ts';

const USAGE = {
  zh: `dingben read 文件 [--json] [--normalisations] [--strict]

  读入公文文本（.txt，每段一行）或结构文件（.json，dingben.outline/1），写出数量和校核问题。
  --json            按 dingben.outline/1 输出，含引用和校核问题
  --normalisations  列出按读入结果写回的文本与原文的每一处差异
  --strict          有错误或提醒时退出状态为 1
`,
  en: `dingben read FILE [--json] [--normalisations] [--strict]

  Reads an official text (.txt, a paragraph a line) or an outline (.json, dingben.outline/1); writes what is in it and the findings.
  --json            writes dingben.outline/1 with citations and findings
  --normalisations  lists each difference between the source and the text written from what was read
  --strict          exits with 1 where a finding is an error or a warning
`,
};

/** Reads a file. 0 read; 1 with `--strict` and findings, or where the text does not write back as it was; 2 unusable input. */
export async function read(argv: readonly string[], io: Io): Promise<number> {
  const language = languageOf(io.env);
  const asked = parsedOrNull(() => parseRead(argv));
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
  if (asked.values.normalisations) return reportNormalisations(file, loaded.value, json, io);
  const outline = withCitations(loaded.value);
  io.out(json ? writeJson(outline) : outlineText(outline, language));
  return strict && (outline.findings ?? []).some((finding) => finding.severity !== 'info') ? 1 : 0;
}

async function reportNormalisations(file: string, outline: Outline, json: boolean, io: Io): Promise<number> {
  const source = await readFile(resolve(io.cwd, file), 'utf8');
  const list = normalisations(source, file.toLowerCase().endsWith('.json') ? writeJson(outline) : writeText(outline));
  io.out(json ? `${JSON.stringify(list, null, 2)}\n` : list.map(normalisationText).join(''));
  return list.some((each) => each.kind === 'other') ? 1 : 0;
}

function normalisationText({ kind, line, before, after }: Normalisation): string {
  return `${line}\t${kind}\t${JSON.stringify(before)}\t${JSON.stringify(after)}\n`;
}

function parseRead(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      normalisations: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
