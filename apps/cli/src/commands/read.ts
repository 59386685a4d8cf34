import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parsedOrNull } from '../arguments.ts';
import { ENCODINGS, type Encoding, type ReadDocument } from '@dingben/reader';
import { withCitations } from '@dingben/references';
import { normalisations, writeJson, writeText, type Normalisation } from '@dingben/writer';
import type { Io } from '../io.ts';
import { languageOf } from '../language.ts';
import { loadDocument } from '../load-outline.ts';
import { outlineText } from '../outline-text.ts';
import { problemText } from '../problem-text.ts';

const USAGE = {
  zh: `dingben read 文件 [--encoding 编码] [--json] [--normalisations] [--strict]

  读入 Word 文档（.docx）、公文文本（.txt，每段一行）或结构文件（.json，dingben.outline/1），写出数量和校核问题。
  --encoding        文本的编码：utf-8、utf-16le、utf-16be、gb18030；不给出则自行判断
  --json            按 dingben.outline/1 输出，含引用和校核问题
  --normalisations  列出按读入结果写回的文本与原文的每一处差异
  --strict          有错误或提醒时退出状态为 1
`,
  en: `dingben read FILE [--encoding ENCODING] [--json] [--normalisations] [--strict]

  Reads a Word document (.docx), an official text (.txt, a paragraph a line) or an outline (.json, dingben.outline/1);
  writes what is in it and the findings.
  --encoding        of the text: utf-8, utf-16le, utf-16be, gb18030; without it, the bytes decide
  --json            writes dingben.outline/1 with citations and findings
  --normalisations  lists each difference between the source and the text written from what was read
  --strict          exits with 1 where a finding is an error or a warning
`,
};

const UNCERTAIN = {
  zh: (file: string, encoding: string) => `${file}：文本像是 ${encoding} 编码，但不能确定；可用 --encoding 指明`,
  en: (file: string, encoding: string) =>
    `${file}: the text seems to be in ${encoding}, which is not certain; --encoding names it`,
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
  const encoding = encodingNamed(asked?.values.encoding);
  if (asked === null || file === undefined || rest.length > 0 || encoding === null) {
    io.log(USAGE[language]);
    return 2;
  }
  const loaded = await loadDocument(file, io.cwd, encoding);
  if (!loaded.ok) {
    io.log(problemText(loaded.problem, language));
    return 2;
  }
  const { json, strict } = asked.values;
  if (!loaded.value.encodingCertain) io.log(UNCERTAIN[language](file, loaded.value.encoding ?? ''));
  if (asked.values.normalisations) return reportNormalisations(file, loaded.value, json, io);
  const outline = withCitations(loaded.value.outline);
  io.out(json ? writeJson(outline) : outlineText(outline, language));
  return strict && (outline.findings ?? []).some((finding) => finding.severity !== 'info') ? 1 : 0;
}

/** Undefined where none is named, null for one that there is not. */
function encodingNamed(name: string | undefined): Encoding | null | undefined {
  return name === undefined ? undefined : (ENCODINGS.find((each) => each === name.toLowerCase()) ?? null);
}

/** JSON has no lines of text, so its own are compared. */
async function reportNormalisations(file: string, document: ReadDocument, json: boolean, io: Io): Promise<number> {
  const { outline, text } = document;
  const list =
    text === null
      ? normalisations(await readFile(resolve(io.cwd, file), 'utf8'), writeJson(outline))
      : normalisations(text, writeText(outline));
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
      encoding: { type: 'string' },
      json: { type: 'boolean', default: false },
      normalisations: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
