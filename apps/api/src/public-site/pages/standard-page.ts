import { inForceOn } from '@dingben/workflow';
import { data, pages } from '../addresses.js';
import type { PublishedOf, PublishedStandard } from '../published.service.js';
import { html, type Html } from './html.js';
import { chip, crumbsOf, dayForm, editionLink, lookUpForm } from './parts.js';
import { dayHtml, inLanguage, pageOf, type View } from './shell.js';
import { WORDS, type Words } from './words.js';

/** All standards of which anything was published. */
export function indexPage(view: View, standards: readonly PublishedStandard[]): string {
  const words = WORDS[view.lang];
  const cards = standards.map((standard) => {
    const address = inLanguage(pages.standard(standard.code), view.lang);
    return html`<li><a href="${address}" lang="zh-CN">${standard.title}</a>${currentLine(words, view, standard)}</li> `;
  });
  return pageOf({
    view,
    path: pages.index(),
    title: words.site,
    body: html`<h1>${words.site}</h1>
      <p class="soft">${words.intro}</p>
      ${
        cards.length === 0
          ? html`<p>${words.none}</p>`
          : html`<ul class="cards">
              ${cards}
            </ul>`
      }
      <div class="forms">${lookUpBlock(words, view)}</div>`,
  });
}

/** One standard: what is in force, and all that was published. */
export function standardPage(view: View, standard: PublishedStandard): string {
  const words = WORDS[view.lang];
  const { code, title } = standard;
  return pageOf({
    view,
    path: pages.standard(code),
    title,
    head: html`<link rel="alternate" type="application/atom+xml" href="${pages.feed(code)}" title="${title}" />
      <link rel="alternate" type="application/json" href="${data.standard(code)}" />`,
    body: html`<h1 lang="zh-CN">${title}</h1>
      <h2>${words.inForceToday}</h2>
      ${currentLine(words, view, standard)}
      <h2>${words.allEditions}</h2>
      ${publications(words, view, standard)}
      <ul class="links">
        <li><a href="${pages.feed(code)}">${words.feed}</a></li>
        <li><a href="${data.standard(code)}">${words.data}</a></li>
      </ul>
      <div class="forms">
        <section>
          <h2>${words.onDay}</h2>
          ${dayForm(view.lang, standard)}
        </section>
        ${lookUpBlock(words, view)}
      </div>`,
  });
}

/** No edition was in force on the day that was asked for, or there is no such day. */
export function noEditionPage(view: View, standard: PublishedStandard, sentence: string): string {
  const words = WORDS[view.lang];
  return pageOf({
    view,
    path: pages.inForce(standard.code),
    title: `${standard.title} · ${words.onDay}`,
    crumbs: crumbsOf(standard),
    body: html`<h1>${words.onDay}</h1>
      <p>${sentence}</p>
      ${dayForm(view.lang, standard)}`,
  });
}

export interface Found {
  readonly value: string;
  /** Why there is nothing; null where nothing was asked yet, or something was found. */
  readonly sentence: string | null;
  readonly matches: readonly PublishedOf[];
}

export function lookUpPage(view: View, { value, sentence, matches }: Found): string {
  const words = WORDS[view.lang];
  const rows = matches.map(
    ({ standard, edition }) =>
      html`<li>
        ${editionLink(view.lang, standard.code, edition)}<br /><span class="soft small" lang="zh-CN"
          >${standard.title}</span
        >
      </li> `,
  );
  return pageOf({
    view,
    path: pages.lookUp(),
    title: words.lookUp,
    body: html`<h1>${words.lookUp}</h1>
      <p class="soft">${words.lookUpHint}</p>
      ${lookUpForm(view.lang, value)}
      ${sentence === null ? null : html`<div class="notice" role="note"><p>${sentence}</p></div>`}
      ${
        rows.length === 0
          ? null
          : html`<h2>${words.hashFound}</h2>
              <ul class="cards">
                ${rows}
              </ul>`
      }`,
  });
}

function currentLine(words: Words, { lang }: View, standard: PublishedStandard): Html {
  const edition = inForceOn(standard.today, standard.editions);
  if (edition === null) return html`<p class="soft">${words.noneToday}</p> `;
  return html`<p><span class="lead">${editionLink(lang, standard.code, edition)}</span></p>
    <p class="meta">${chip(words, edition)}<span>${words.effectiveFrom(words.date(edition.effectiveDate))}</span></p> `;
}

function publications(words: Words, { lang }: View, { code, editions }: PublishedStandard): Html {
  const rows = editions.toReversed().map(
    (edition) =>
      html`<tr>
        <td>${editionLink(lang, code, edition)}</td>
        <td data-name="${words.publication}">${edition.number}</td>
        <td data-name="${words.published}">${dayHtml(words, edition.publishedOn)}</td>
        <td data-name="${words.effective}">${dayHtml(words, edition.effectiveDate)}</td>
        <td>${chip(words, edition)}</td>
      </tr> `,
  );
  return html`<table class="stack">
    <thead>
      <tr>
        <th scope="col">${words.edition}</th>
        <th scope="col">${words.publication}</th>
        <th scope="col">${words.published}</th>
        <th scope="col">${words.effective}</th>
        <th scope="col">${words.status}</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table> `;
}

function lookUpBlock(words: Words, { lang }: View): Html {
  return html`<section>
    <h2>${words.lookUp}</h2>
    <p class="small soft">${words.lookUpHint}</p>
    ${lookUpForm(lang)}
  </section>`;
}
