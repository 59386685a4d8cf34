import { parseArgs } from 'node:util';
import { parsedOrNull } from '../arguments.ts';
import { ok, refuse, type Result } from '@dingben/kernel';
import { chapterOf } from '@dingben/outline';
import { FORMAT_NAMES, formatNamed, type Format } from '../formats.ts';
import type { Io } from '../io.ts';
import { languageOf } from '../language.ts';
import { loadOutline } from '../load-outline.ts';
import { problemText } from '../problem-text.ts';
import { written } from '../write-file.ts';

const USAGE = {
  zh: `dingben export 文件 --format ${FORMAT_NAMES} [--chapter 三] [--out 文件]

  把 Word 文档（.docx）、公文文本（.txt）或结构文件（.json，dingben.outline/1）写成其他格式。
  --chapter  只写这一章，用它印出的编号
  --out  写入此文件；不是文本的格式（docx、pdf、xlsx）必须给出，其他格式默认写到标准输出
`,
  en: `dingben export FILE --format ${FORMAT_NAMES} [--chapter 三] [--out FILE]

  Writes a Word document (.docx), an official text (.txt) or an outline (.json, dingben.outline/1) in another form.
  --chapter  writes this chapter alone, by its printed number
  --out  writes to this file; docx, pdf and xlsx need one, the others are written to standard output without it
`,
};

/** Exports a file. 0 written; 2 unusable input, or a file that cannot be written. */
export async function exportOutline(argv: readonly string[], io: Io): Promise<number> {
  const language = languageOf(io.env);
  const asked = parsedOrNull(() => parseExport(argv));
  if (asked?.values.help === true) {
    io.out(USAGE[language]);
    return 0;
  }
  const [file, ...rest] = asked?.positionals ?? [];
  const { chapter, format = '', out } = asked?.values ?? {};
  const form = formatNamed(format);
  const goesNowhere = form?.isText === false && out === undefined;
  if (file === undefined || rest.length > 0 || form === undefined || goesNowhere) {
    io.log(USAGE[language]);
    return 2;
  }
  const done = await exported({ file, chapter, out }, form, io);
  if (done.ok) return 0;
  io.log(problemText({ ...done.problem, params: { file, ...done.problem.params } }, language));
  return 2;
}

interface Asked {
  readonly file: string;
  readonly chapter: string | undefined;
  readonly out: string | undefined;
}

async function exported({ file, chapter, out }: Asked, { write }: Format, io: Io): Promise<Result<null>> {
  const loaded = await loadOutline(file, io.cwd);
  if (!loaded.ok) return loaded;
  const outline = chapter === undefined ? loaded.value : chapterOf(loaded.value, chapter);
  if (outline === null) return refuse('cli.chapter-unknown', { chapter: chapter ?? '' });
  const made = await write(outline);
  if (!made.ok) return made;
  if (out === undefined) {
    // What is no text needs a file.
    io.out(String(made.value));
    return ok(null);
  }
  return written(out, made.value, io.cwd);
}

function parseExport(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      chapter: { type: 'string', short: 'c' },
      format: { type: 'string', short: 'f' },
      out: { type: 'string', short: 'o' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
