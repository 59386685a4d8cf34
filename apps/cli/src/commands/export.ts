import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parsedOrNull } from '../arguments.ts';
import { findForbidden, ok, refuse, type Result } from '@dingben/kernel';
import type { Outline } from '@dingben/outline';
import { withCitations } from '@dingben/references';
import { writeHtml, writeJson, writeText } from '@dingben/writer';
import type { Io } from '../io.ts';
import { languageOf } from '../language.ts';
import { loadOutline } from '../load-outline.ts';
import { problemText } from '../problem-text.ts';

const USAGE = {
  zh: `dingben export 文件 --format json|txt|html|docx [--out 文件]

  把 Word 文档（.docx）、公文文本（.txt）或结构文件（.json，dingben.outline/1）写成其他格式。
  --out  写入此文件；docx 必须给出，其他格式默认写到标准输出
`,
  en: `dingben export FILE --format json|txt|html|docx [--out FILE]

  Writes a Word document (.docx), an official text (.txt) or an outline (.json, dingben.outline/1) in another form.
  --out  writes to this file; docx needs one, the others are written to standard output without it
`,
};

const FORMATS: Readonly<Record<string, (outline: Outline) => Promise<Result<string | Uint8Array>>>> = {
  json: (outline) => Promise.resolve(ok(writeJson(withCitations(outline)))),
  txt: (outline) => Promise.resolve(ok(writeText(outline))),
  html: (outline) => Promise.resolve(ok(writeHtml(outline))),
  docx,
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
  const { format = '', out } = asked?.values ?? {};
  const write = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  const goesNowhere = format === 'docx' && out === undefined;
  if (file === undefined || rest.length > 0 || write === undefined || goesNowhere) {
    io.log(USAGE[language]);
    return 2;
  }
  const done = await exported(file, write, out, io);
  if (done.ok) return 0;
  io.log(problemText({ ...done.problem, params: { file, ...done.problem.params } }, language));
  return 2;
}

async function exported(
  file: string,
  write: (outline: Outline) => Promise<Result<string | Uint8Array>>,
  out: string | undefined,
  io: Io,
): Promise<Result<null>> {
  const loaded = await loadOutline(file, io.cwd);
  if (!loaded.ok) return loaded;
  const written = await write(loaded.value);
  if (!written.ok) return written;
  if (out === undefined) {
    // docx is the only form in bytes, and it needs a file.
    io.out(String(written.value));
    return ok(null);
  }
  try {
    await writeFile(resolve(io.cwd, out), written.value);
    return ok(null);
  } catch {
    return refuse('cli.file-unwritable', { file: out });
  }
}

/** The library is loaded only where it is wanted: it takes longer to start than the rest takes to run. */
async function docx(outline: Outline): Promise<Result<Uint8Array>> {
  if (findForbidden(writeText(outline)) !== null) return refuse('cli.text-forbidden');
  const { writeDocx } = await import('@dingben/writer/docx');
  return ok(await writeDocx(outline));
}

function parseExport(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      format: { type: 'string', short: 'f' },
      out: { type: 'string', short: 'o' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
