import { TITLE_STOP, itemMark, type EntryAt } from '@dingben/outline';
import { inForceOn } from '@dingben/workflow';
import { headingText } from '@dingben/writer';
import { data, pages } from '../addresses.js';
import type { Frozen } from '../frozen.js';
import type { PublishedOf } from '../published.service.js';
import { html, type Html } from './html.js';
import { anchorOf, crumbsOf, currentEdition, meta, notice, provisionsHtml } from './parts.js';
import { inLanguage, pageOf, type View } from './shell.js';
import { WORDS, type Words } from './words.js';

export interface EntryView {
  readonly of: PublishedOf;
  readonly at: EntryAt;
  readonly frozen: Frozen;
  /** The text in force today, where there is one. */
  readonly current: Frozen | null;
}

/** One entry of one published edition. */
export function entryPage(view: View, shown: EntryView): string {
  const words = WORDS[view.lang];
  const { of, at } = shown;
  const { standard, edition } = of;
  const code = at.entry.code ?? at.path;
  const { provisions } = at.entry;
  return pageOf({
    view,
    path: pages.entry(standard.code, edition.number, code),
    title: `${at.path} ${at.entry.title} · ${edition.label}`,
    crumbs: crumbsOf(standard, edition),
    head: html`<link
      rel="alternate"
      type="application/json"
      href="${data.entry(standard.code, edition.number, code)}"
    />`,
    body: html`<p class="soft small" lang="zh-CN">${at.sections.map(headingText).filter(Boolean).join(' ')}</p>
      <h1 lang="zh-CN">${at.path} ${at.entry.title}</h1>
      ${meta(words, edition)}${notice(words, view.lang, of, currentHtml(words, view, shown, code))}
      <div class="text">
        ${provisions === undefined ? itemsHtml(words, view, shown) : provisionsHtml(words, anchorOf(at), provisions)}
      </div>
      <ul class="links">
        <li><a href="${inLanguage(pages.history(standard.code, code), view.lang)}">${words.historyOf}</a></li>
        <li>
          <a
            href="${inLanguage(pages.edition(standard.code, edition.number), view.lang)}#${encodeURIComponent(anchorOf(at))}"
            >${words.wholeText}</a
          >
        </li>
        <li><a href="${data.entry(standard.code, edition.number, code)}">${words.data}</a></li>
      </ul>
      ${turnHtml(words, view, shown)}`,
  });
}

function itemsHtml(words: Words, view: View, { of, at }: EntryView): Html {
  const items = (at.entry.items ?? []).map((item) => {
    const path = at.path + itemMark(item.number);
    const address = pages.entry(of.standard.code, of.edition.number, item.code ?? path);
    const id = anchorOf({ entry: item, path });
    return html`<article id="${id}">
      <h2 lang="zh-CN">
        <a href="${inLanguage(address, view.lang)}">${itemMark(item.number) + item.title + TITLE_STOP}</a>
      </h2>
      ${item.provisions === undefined ? null : provisionsHtml(words, id, item.provisions)}
    </article> `;
  });
  return html`${items}`;
}

/** Where the reader is in another edition than the one in force: the same entry there. */
function currentHtml(words: Words, { lang }: View, { of, current }: EntryView, code: string): Html | null {
  const { today, editions, code: standard } = of.standard;
  const now = inForceOn(today, editions);
  if (now === null || current === null || now.number === of.edition.number) return null;
  const there = current.byCode.get(code);
  if (there === undefined)
    return html`${currentEdition(words, lang, of.standard, of.edition)}
      <p>${words.entryGone}</p>`;
  const address = inLanguage(pages.entry(standard, now.number, code), lang);
  return html`<p>${words.now}<a href="${address}" lang="zh-CN">${now.label} ${there.path}</a></p>`;
}

/** The entries before and after, of the same depth as a reader turns pages: leaf to leaf. */
function turnHtml(words: Words, { lang }: View, { of, at, frozen }: EntryView): Html | null {
  const { order } = frozen;
  const here = order.findIndex(({ entry }) => entry === at.entry);
  const before = order[here - 1];
  const after = order[here + 1];
  const link = (to: EntryAt, rel: string, name: string): Html => {
    const address = pages.entry(of.standard.code, of.edition.number, to.entry.code ?? to.path);
    return html`<a rel="${rel}" href="${inLanguage(address, lang)}"
      >${name} <span lang="zh-CN">${to.path} ${to.entry.title}</span></a
    >`;
  };
  return html`<div class="turn">
    ${before === undefined ? null : link(before, 'prev', words.previous)}
    ${after === undefined ? null : link(after, 'next', words.next)}
  </div> `;
}
