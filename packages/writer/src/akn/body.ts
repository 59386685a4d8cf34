import {
  PROVISION_KEYS,
  PROVISION_LABELS,
  categoryMark,
  chapterMark,
  fromHanzi,
  itemMark,
  serviceMark,
  type Entry,
  type Outline,
  type Section,
} from '@dingben/outline';
import type { Anchor } from '../anchors.ts';
import { xmlText } from '../xml.ts';
import { element, lines } from './element.ts';
import { paragraphs } from './inline.ts';
import type { Ontology } from './ontology.ts';

/**
 * The sections and entries. Ids follow what is printed: `chp_1`, `chp_1__sec_3`, `art_12`, `art_16__para_1`, `art_12__standard`; entries
 * count on through the whole document, so their ids do not name the sections above them. What has a lasting code carries it as
 * `wId`, which stays the same in every edition.
 */
export function bodyXml(outline: Outline, terms: Ontology, anchor: Anchor): string {
  const id: Anchor = (name) => anchor(name.replace(/\s/g, '_'));
  return element('body', {}, lines(outline.sections.map((section) => sectionXml(section, '', terms, id))));
}

function sectionXml(section: Section, above: string, terms: Ontology, anchor: Anchor): string {
  const [name, short, mark] =
    section.kind === 'chapter'
      ? (['chapter', 'chp', chapterMark] as const)
      : (['section', 'sec', categoryMark] as const);
  const eId = anchor(`${above}${short}_${fromHanzi(section.number) ?? 0}`);
  const inner = [
    ...(section.number === '' ? [] : [element('num', {}, xmlText(mark(section.number)))]),
    element('heading', {}, xmlText(section.title)),
    ...(section.entries ?? []).map((entry) => entryXml(entry, 'article', `art_${entry.number}`, terms, anchor)),
    ...(section.sections ?? []).map((each) => sectionXml(each, `${eId}__`, terms, anchor)),
  ];
  return element(name, { eId }, lines(inner));
}

function entryXml(entry: Entry, name: 'article' | 'paragraph', id: string, terms: Ontology, anchor: Anchor): string {
  const eId = anchor(id);
  const mark = name === 'article' ? serviceMark : itemMark;
  const inner = [
    element('num', {}, xmlText(mark(entry.number))),
    element('heading', {}, xmlText(entry.title)),
    ...provisionsXml(entry, eId, terms, anchor),
    ...(entry.items ?? []).map((item) => entryXml(item, 'paragraph', `${eId}__para_${item.number}`, terms, anchor)),
  ];
  return element(name, { eId, wId: lasting(entry) }, lines(inner));
}

function provisionsXml(entry: Entry, above: string, terms: Ontology, anchor: Anchor): string[] {
  const { provisions } = entry;
  if (provisions === undefined) return [];
  return PROVISION_KEYS.map((key) => {
    const eId = anchor(`${above}__${key}`);
    const content = paragraphs(key, provisions[key], eId, terms, anchor);
    const wId = entry.code === undefined ? undefined : `${lasting(entry) ?? ''}__${key}`;
    const heading = element('heading', {}, PROVISION_LABELS[key]);
    const text = element('content', { eId: anchor(`${eId}__text`) }, content.join(''));
    return element('hcontainer', { eId, wId, name: key }, heading + text);
  });
}

function lasting({ code }: Entry): string | undefined {
  return code === undefined ? undefined : `svc_${code.replace(/\s/g, '_')}`;
}
