import { pages } from '../addresses.js';
import { html } from './html.js';
import { inLanguage, pageOf, type View } from './shell.js';
import { WORDS } from './words.js';

/** What a person sees in place of a page. */
export function problemPage(view: View, status: number): string {
  const words = WORDS[view.lang];
  const [title, hint] =
    status === 404
      ? [words.notFound, words.notFoundHint]
      : status >= 500
        ? [words.failed, words.failedHint]
        : [words.wrongAddress, words.notFoundHint];
  return pageOf({
    view,
    path: pages.index(),
    title,
    head: html`<meta name="robots" content="noindex" />`,
    body: html`<h1>${title}</h1>
      <p>${hint}</p>
      <p><a href="${inLanguage(pages.index(), view.lang)}">${words.site}</a></p>`,
  });
}
