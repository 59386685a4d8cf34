import type { Outline } from '@dingben/outline';
import { writeAkn, writeHtml, writeJson, writeText, type DocumentMeta } from '@dingben/writer';
import type { Format } from './dto/publication.dto.js';

/** What each form of an edition is called in the world: its media type and the ending of its files. */
export const FORMS: Readonly<Record<Format, { readonly mediaType: string; readonly ending: string }>> = {
  json: { mediaType: 'application/json; charset=utf-8', ending: 'json' },
  txt: { mediaType: 'text/plain; charset=utf-8', ending: 'txt' },
  html: { mediaType: 'text/html; charset=utf-8', ending: 'html' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' },
  pdf: { mediaType: 'application/pdf', ending: 'pdf' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' },
  akn: { mediaType: 'application/akn+xml; charset=utf-8', ending: 'xml' },
};

/** The forms that are written in no time, and where. */
export const QUICK: Readonly<Partial<Record<Format, (outline: Outline, meta: DocumentMeta) => string>>> = {
  json: writeJson,
  txt: writeText,
  html: writeHtml,
  akn: writeAkn,
};
