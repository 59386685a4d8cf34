import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { findForbidden, ok, refuse, type Result } from '@dingben/kernel';
import type { Outline } from '@dingben/outline';
import { withCitations } from '@dingben/references';
import { writeAkn, writeHtml, writeJson, writeText } from '@dingben/writer';

type Write = (outline: Outline) => Promise<Result<string | Uint8Array>>;

/** A form in which an outline can be written: as text, or in bytes that no terminal can show. */
export interface Format {
  readonly isText: boolean;
  readonly write: Write;
}

/** The libraries are loaded only where they are wanted: they take longer to start than the rest takes to run. */
const FORMATS: Readonly<Record<string, Format>> = {
  json: { isText: true, write: text((outline) => writeJson(withCitations(outline))) },
  txt: { isText: true, write: text(writeText) },
  html: { isText: true, write: text(writeHtml) },
  akn: { isText: true, write: checked(text(writeAkn)) },
  docx: {
    isText: false,
    write: checked(async (outline) => ok(await (await import('@dingben/writer/docx')).writeDocx(outline))),
  },
  pdf: {
    isText: false,
    write: checked(async (outline) => (await import('@dingben/writer/pdf')).writePdf(outline, fontFile)),
  },
  xlsx: { isText: false, write: checked(async (outline) => (await import('@dingben/writer/xlsx')).writeXlsx(outline)) },
};

/** As the help lists them: `json|txt|…`. */
export const FORMAT_NAMES = Object.keys(FORMATS).join('|');

export function formatNamed(name: string): Format | undefined {
  return Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
}

function text(write: (outline: Outline) => string): Write {
  return (outline) => Promise.resolve(ok(write(outline)));
}

/** The bytes of a font from the packages that are installed with the program. */
export async function fontFile(name: string): Promise<Uint8Array> {
  return readFile(createRequire(import.meta.url).resolve(name));
}

/** For a form that cannot carry every character. */
function checked(write: Write): Write {
  return async (outline) =>
    findForbidden(writeText(outline)) === null ? write(outline) : refuse('cli.text-forbidden');
}
