import { PROVISION_KEYS, type EntryAt, type Provisions } from '@dingben/outline';
import { inForceOn } from '@dingben/workflow';
import { pages } from '../addresses.js';
import type { Language } from '../dto/public.query.js';
import type { PublishedEdition, PublishedOf, PublishedStandard } from '../published.service.js';
import { html, type Html } from './html.js';
import { dayHtml, inLanguage, languageField, type Crumb } from './shell.js';
import { WORDS, type Words } from './words.js';

/** The words of a publication, in Chinese on a page of any language. */
export function said(text: string): Html {
  return html`<span lang="zh-CN">${text}</span>`;
}

export function chip(words: Words, { standing }: PublishedEdition): Html {
  return html`<span class="chip ${standing}">${words.standing[standing]}</span>`;
}

/** Number, dates and standing of an edition, in one line. */
export function meta(words: Words, edition: PublishedEdition): Html {
  const { number, effectiveDate, publishedOn } = edition;
  return html`<p class="meta">
    ${chip(words, edition)}<span>${words.number(number)}</span>
    <span>${words.published} ${dayHtml(words, publishedOn)}</span>
    <span>${words.effective} ${dayHtml(words, effectiveDate)}</span>
  </p> `;
}

/** What a reader must know before reading: that this is not what holds today, and what does (`current`). Null where it holds. */
export function notice(
  words: Words,
  lang: Language,
  { standard, edition }: PublishedOf,
  current = currentEdition(words, lang, standard, edition),
): Html | null {
  const { standing, withdrawal } = edition;
  if (standing === 'in-force' && withdrawal === null) return null;
  const sentences = [
    standing === 'upcoming' ? words.upcoming(words.date(edition.effectiveDate)) : null,
    standing === 'superseded' ? words.superseded : null,
    withdrawal === null ? null : withdrawnSentence(words, standing, withdrawal.from),
  ].filter((sentence) => sentence !== null);
  const kind = standing === 'withdrawn' ? 'withdrawn' : withdrawal === null ? '' : 'warned';
  return html`<div class="notice ${kind}" role="note">
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    ${withdrawal && html`<p class="said" lang="zh-CN">${withdrawal.explanation}</p>`}${current}
  </div> `;
}

function withdrawnSentence(words: Words, standing: PublishedEdition['standing'], from: string): string {
  return standing === 'withdrawn' ? words.withdrawn(words.date(from)) : words.toBeWithdrawn(words.date(from));
}

export function currentEdition(
  words: Words,
  lang: Language,
  standard: PublishedStandard,
  not: PublishedEdition,
): Html | null {
  const now = inForceOn(standard.today, standard.editions);
  if (now === null || now.number === not.number) return null;
  return html`<p>${words.now}${editionLink(lang, standard.code, now)}</p>`;
}

export function editionLink(lang: Language, code: string, { number, label }: PublishedEdition): Html {
  return html`<a href="${inLanguage(pages.edition(code, number), lang)}" lang="zh-CN">${label}</a>`;
}

/** The five texts; `id` begins the anchors. */
export function provisionsHtml(words: Words, id: string, provisions: Provisions): Html {
  const rows = PROVISION_KEYS.map((key) => {
    const anchor = `${id}-${key}`;
    return html`<div id="${anchor}">
      <dt><a href="#${encodeURIComponent(anchor)}">${words.provisions[key]}</a></dt>
      <dd lang="zh-CN">${provisions[key]}</dd>
    </div> `;
  });
  return html`<dl>${rows}</dl> `;
}

/** The same in every edition, as codes are. */
export function anchorOf({ entry, path }: Pick<EntryAt, 'entry' | 'path'>): string {
  return (entry.code ?? path).replaceAll(/\s/g, '_');
}

export function crumbsOf(standard: PublishedStandard, edition?: PublishedEdition): Crumb[] {
  const { code, title } = standard;
  const above = [{ path: pages.standard(code), name: title, isText: true }];
  if (edition === undefined) return above;
  return [...above, { path: pages.edition(code, edition.number), name: edition.label, isText: true }];
}

/** A form that asks for a hash. */
export function lookUpForm(lang: Language, value = ''): Html {
  const words = WORDS[lang];
  return html`<form action="${pages.lookUp()}" role="search">
    ${languageField(lang)}
    <label
      >${words.hash}<input
        name="code"
        value="${value}"
        required
        minlength="8"
        maxlength="100"
        autocomplete="off"
        spellcheck="false"
    /></label>
    <button>${words.find}</button>
  </form> `;
}

/** A form that asks for a day. */
export function dayForm(lang: Language, { code, today }: PublishedStandard): Html {
  const words = WORDS[lang];
  return html`<form action="${pages.inForce(code)}">
    ${languageField(lang)} <label>${words.day}<input type="date" name="on" value="${today}" required /></label
    ><button>${words.find}</button>
  </form> `;
}
