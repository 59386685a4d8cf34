import {
  PROVISION_KEYS,
  PROVISION_LABELS,
  TITLE_STOP,
  fromHanzi,
  itemMark,
  serviceMark,
  type Entry,
  type Outline,
  type Section,
} from '@dingben/outline';
import { anchors, type Anchor } from './anchors.ts';
import { escape } from './escape.ts';
import { STYLE } from './html-style.ts';
import { CODE_LABEL, type DocumentMeta } from './meta.ts';
import { headingText } from './text.ts';

/**
 * The outline as one HTML page that needs nothing else: entries have the anchors `e10`, `e16-1`, their provisions
 * `e10-standard`, sections `chapter-1`, `category-8`. Everything that comes from the outline or `meta` is escaped, and kept
 * to the character by `white-space: pre-wrap`.
 */
export function writeHtml(outline: Outline, meta: DocumentMeta = {}): string {
  const anchor = anchors();
  const body = outline.sections.map((section) => sectionHtml(section, anchor)).join('');
  return [
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(outline.title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<main>`,
    `${draftMark(meta)}<h1>${escape(outline.title)}</h1>`,
    `${contents(outline)}${body}${footer(meta)}</main>\n</body>\n</html>\n`,
  ].join('\n');
}

function sectionHtml(section: Section, anchor: Anchor): string {
  const level = section.kind === 'chapter' ? 'h2' : 'h3';
  const id = anchor(sectionName(section));
  const inner = [
    ...(section.entries ?? []).map((entry) => entryHtml(entry, `e${entry.number}`, serviceMark(entry.number), anchor)),
    ...(section.sections ?? []).map((each) => sectionHtml(each, anchor)),
  ];
  const hasHeading = section.number !== '' || section.title !== '';
  const heading = hasHeading ? `<${level}>${escape(headingText(section))}</${level}>\n` : '';
  return `<section id="${escape(id)}" class="${section.kind}">\n${heading}${inner.join('')}</section>\n`;
}

function sectionName({ kind, number }: Section): string {
  return `${kind}-${fromHanzi(number) ?? 0}`;
}

function entryHtml(entry: Entry, name: string, mark: string, anchor: Anchor): string {
  const id = escape(anchor(name));
  const title = `<h4><a href="#${id}">${escape(mark + entry.title + TITLE_STOP)}</a></h4>\n`;
  const items = (entry.items ?? []).map((item) =>
    entryHtml(item, `${name}-${item.number}`, itemMark(item.number), anchor),
  );
  return `<article id="${id}">\n${title}${provisionsHtml(entry, name, anchor)}${items.join('')}</article>\n`;
}

function provisionsHtml({ provisions }: Entry, name: string, anchor: Anchor): string {
  if (provisions === undefined) return '';
  const rows = PROVISION_KEYS.map((key) => {
    const id = escape(anchor(`${name}-${key}`));
    return `<div id="${id}"><dt><a href="#${id}">${PROVISION_LABELS[key]}</a></dt><dd>${escape(provisions[key])}</dd></div>\n`;
  });
  return `<dl>\n${rows.join('')}</dl>\n`;
}

function contents(outline: Outline): string {
  const links = outline.sections
    .filter((section) => section.number !== '')
    .map((section) => `<li><a href="#${sectionName(section)}">${escape(headingText(section))}</a></li>\n`);
  return links.length === 0 ? '' : `<nav aria-label="目录"><ol>\n${links.join('')}</ol></nav>\n`;
}

function draftMark({ draft }: DocumentMeta): string {
  return draft === undefined ? '' : `<p class="draft">${escape(draft)}</p>\n`;
}

function footer({ publishedOn, effectiveOn, treeHash, code }: DocumentMeta): string {
  const facts = [
    ['发布日期', publishedOn],
    ['实施日期', effectiveOn],
    ['内容校验值', treeHash],
    [CODE_LABEL, code],
  ].flatMap(([label = '', value]) => (value === undefined ? [] : [`<p>${label}：<span>${escape(value)}</span></p>\n`]));
  return facts.length === 0 ? '' : `<footer>\n${facts.join('')}</footer>\n`;
}
