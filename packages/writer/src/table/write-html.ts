import { escape } from '../escape.ts';
import type { Run } from '../runs.ts';
import { cellsOf, TABLE_HEADINGS, type ComparisonTable } from './comparison-table.ts';
import { TABLE_STYLE } from './html-style.ts';

/** The table as one page that needs nothing else: readable on a phone, printed on A4 across. A row has the anchor `row-3`. */
export function writeTableHtml(table: ComparisonTable): string {
  const headings = TABLE_HEADINGS.map((heading) => `<th scope="col">${heading}</th>`).join('');
  const rows = table.rows.map((row) => {
    const cells = cellsOf(row).map(
      (runs, at) => `<td data-label="${TABLE_HEADINGS[at] ?? ''}">${runs.map(runHtml).join('')}</td>`,
    );
    return `<tr id="row-${row.number}">${cells.join('')}</tr>\n`;
  });
  return [
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(table.title)}</title>\n<style>${TABLE_STYLE}</style>\n</head>\n<body>\n<main>`,
    `<h1>${escape(table.title)}</h1>\n<p class="sides">原文：${escape(table.before)}　修改后：${escape(table.after)}</p>`,
    `<table>\n<thead><tr>${headings}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>`,
    '<p class="legend"><del>删去的文字</del>　<ins>增加的文字</ins></p>\n</main>\n</body>\n</html>\n',
  ].join('\n');
}

const TAGS = { delete: 'del', insert: 'ins', label: 'b' } as const;

function runHtml({ text, mark }: Run): string {
  return mark === undefined ? escape(text) : `<${TAGS[mark]}>${escape(text)}</${TAGS[mark]}>`;
}
