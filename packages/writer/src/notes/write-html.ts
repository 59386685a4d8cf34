import { escape } from '../escape.ts';
import { TABLE_STYLE } from '../table/html-style.ts';
import { NOTE_HEADINGS, type RevisionNotes } from './revision-notes.ts';

/** The notes as one page that needs nothing else: every count stands beside the entries behind it. */
export function writeNotesHtml(notes: RevisionNotes): string {
  const headings = NOTE_HEADINGS.map((heading) => `<th scope="col">${heading}</th>`).join('');
  const rows = notes.rows.map(({ name, entries }, at) => {
    const list = entries.map((entry) => `<li>${escape(entry.name)}</li>`).join('');
    const cells = [escape(name), String(entries.length), `<ul>${list}</ul>`];
    const inner = cells.map((cell, column) => `<td data-label="${NOTE_HEADINGS[column] ?? ''}">${cell}</td>`);
    return `<tr id="class-${at + 1}">${inner.join('')}</tr>\n`;
  });
  const table =
    rows.length === 0
      ? ''
      : `<table class="notes">\n<thead><tr>${headings}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`;
  const caveat = notes.caveat === null ? '' : `<p class="notes"><strong>${escape(notes.caveat)}</strong></p>\n`;
  return [
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(notes.title)}</title>\n<style>${TABLE_STYLE}</style>\n</head>\n<body>\n<main>`,
    `<h1>${escape(notes.title)}</h1>\n<p class="notes">${escape(notes.paragraph)}</p>\n${caveat}${table}</main>\n</body>\n</html>\n`,
  ].join('\n');
}
