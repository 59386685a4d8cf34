import { PROVISION_KEYS } from '@dingben/outline';
import type { Segment } from '@dingben/text-diff';
import { data, pages } from '../addresses.js';
import type { EditionStep } from '../entry-history.service.js';
import type { PublishedStandard } from '../published.service.js';
import { html, type Html } from './html.js';
import { crumbsOf } from './parts.js';
import { inLanguage, pageOf, type View } from './shell.js';
import { WORDS, type Words } from './words.js';

/** What became of an entry over the publications, the latest first. */
export function historyPage(
  view: View,
  standard: PublishedStandard,
  code: string,
  steps: readonly EditionStep[],
): string {
  const words = WORDS[view.lang];
  const latest = steps.findLast(({ step }) => step.at !== null)?.step.at;
  const title = latest?.entry.title ?? code;
  return pageOf({
    view,
    path: pages.history(standard.code, code),
    title: `${title} · ${words.history}`,
    crumbs: crumbsOf(standard),
    head: html`<link rel="alternate" type="application/json" href="${data.history(standard.code, code)}" />`,
    body: html`<h1><span lang="zh-CN">${title}</span> · ${words.history}</h1>
      <p class="soft small">${words.historyHint}</p>
      ${steps.toReversed().map((step) => stepHtml(words, view, standard, code, step))}
      <ul class="links">
        <li><a href="${data.history(standard.code, code)}">${words.data}</a></li>
      </ul>`,
  });
}

function stepHtml(
  words: Words,
  view: View,
  standard: PublishedStandard,
  code: string,
  { edition, step }: EditionStep,
): Html {
  const name = html`<span lang="zh-CN">${edition.label}</span>`;
  const address = inLanguage(pages.entry(standard.code, edition.number, code), view.lang);
  const changes = step.changes.length === 0 ? (['none'] as const) : step.changes;
  return html`<section class="step">
    <header>
      <h2>${step.at === null ? name : html`<a href="${address}">${name}</a>`}</h2>
      ${changes.map((change) => html`<span class="chip ${change}">${words.changes[change]}</span> `)}
    </header>
    <p class="meta">
      <span>${words.number(edition.number)}</span><span>${words.effectiveFrom(words.date(edition.effectiveDate))}</span
      ><span>${words.standing[edition.standing]}</span>
    </p>
    ${step.title && html`<p class="text" lang="zh-CN">${marked(step.title)}</p>`}${differencesHtml(words, step)}
  </section> `;
}

function differencesHtml(words: Words, { provisions }: EditionStep['step']): Html | null {
  const rows = PROVISION_KEYS.flatMap((key) => {
    const segments = provisions[key];
    if (segments === undefined) return [];
    return [
      html`<div>
        <dt>${words.provisions[key]}</dt>
        <dd lang="zh-CN">${marked(segments)}</dd>
      </div> `,
    ];
  });
  return rows.length === 0 ? null : html`<dl>${rows}</dl> `;
}

function marked(segments: readonly Segment[]): Html[] {
  return segments.map(({ op, text }) => {
    if (op === 'insert') return html`<ins>${text}</ins>`;
    return op === 'delete' ? html`<del>${text}</del>` : html`${text}`;
  });
}
