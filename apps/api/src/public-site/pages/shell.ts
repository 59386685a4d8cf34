import type { Language } from '../dto/public.query.js';
import { pages } from '../addresses.js';
import { html, type Html, type HtmlValue } from './html.js';
import { STYLE_HASH } from './style.js';
import { WORDS, type Words } from './words.js';

/** Where a page stands, and for whom it is written. */
export interface View {
  readonly lang: Language;
  /** Before every address that has to be whole; '' where nobody told. */
  readonly origin: string;
}

export interface Page {
  readonly view: View;
  /** Without the language: `/public/…`. */
  readonly path: string;
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly head?: HtmlValue;
  readonly body: HtmlValue;
}

export interface Crumb {
  readonly path: string;
  readonly name: string;
  /** The name is a text of the standard, which is Chinese whatever the page's language is. */
  readonly isText?: boolean;
}

/** A whole page. */
export function pageOf({ view, path, title, crumbs = [], head = null, body }: Page): string {
  const words = WORDS[view.lang];
  const name = title === words.site ? title : `${title} · ${words.site}`;
  const { other } = words;
  return html`<!doctype html>
    <html lang="${words.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${name}</title>
        <link rel="stylesheet" href="${pages.style(STYLE_HASH)}" />
        <link rel="canonical" href="${view.origin}${inLanguage(path, view.lang)}" />
        <link rel="alternate" hreflang="${other.lang}" href="${view.origin}${inLanguage(path, other.code)}" />
        ${head}
      </head>
      <body>
        <a class="skip" href="#main">${words.skip}</a>
        <header class="top">
          <a class="site" href="${inLanguage(pages.index(), view.lang)}">${words.site}</a>
          <a href="${inLanguage(path, other.code)}" lang="${other.lang}" hreflang="${other.lang}">${other.name}</a>
        </header>
        <main id="main" class="sheet" tabindex="-1">${crumbsHtml(words, view, crumbs)}${body}</main>
        <footer class="foot"><span>${words.footer}</span><span>${words.textIsChinese}</span></footer>
      </body>
    </html> `.text;
}

function crumbsHtml(words: Words, { lang }: View, crumbs: readonly Crumb[]): Html | null {
  if (crumbs.length === 0) return null;
  const items = crumbs.map(
    ({ path, name, isText }) =>
      html`<li><a href="${inLanguage(path, lang)}" ${isText === true ? html` lang="zh-CN"` : null}>${name}</a></li>`,
  );
  return html`<nav class="crumbs" aria-label="${words.path}">
    <ol>
      ${items}
    </ol>
  </nav> `;
}

/** The address of a page in a language; Chinese is what is shown unless something else is asked for. */
export function inLanguage(path: string, lang: Language): string {
  return lang === 'zh' ? path : `${path}?lang=${lang}`;
}

/** A day that programs can read as well. */
export function dayHtml(words: Words, day: string): Html {
  return html`<time datetime="${day}">${words.date(day)}</time>`;
}

/** Keeps the language when a form is sent. */
export function languageField(lang: Language): Html | null {
  return lang === 'zh' ? null : html`<input type="hidden" name="lang" value="${lang}" />`;
}
