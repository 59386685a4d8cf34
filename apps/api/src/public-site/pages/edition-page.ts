import { TITLE_STOP, itemMark, serviceMark, type Entry, type EntryAt, type Section } from '@dingben/outline';
import { headingText } from '@dingben/writer';
import { data, pages } from '../addresses.js';
import type { Frozen } from '../frozen.js';
import type { PublishedOf } from '../published.service.js';
import type { FileRow } from '../published.repository.js';
import { html, type Html } from './html.js';
import { legislation } from './json-ld.js';
import { anchorOf, crumbsOf, meta, notice, provisionsHtml } from './parts.js';
import { inLanguage, pageOf, type View } from './shell.js';
import { WORDS, type Words } from './words.js';

/** Six levels of headings are all that HTML has. */
const DEEPEST = 6;

interface Text {
  readonly words: Words;
  readonly view: View;
  readonly of: PublishedOf;
  /** Anchors of sections, which have no lasting name: their place in this edition, which does not change. */
  readonly sections: ReadonlyMap<Section, string>;
}

/** The whole text of one published edition, with an anchor for each section, entry and provision. */
export function editionPage(view: View, of: PublishedOf, frozen: Frozen): string {
  const words = WORDS[view.lang];
  const { standard, edition } = of;
  const text = { words, view, of, sections: anchorsOf(frozen.outline.sections) };
  const path = pages.edition(standard.code, edition.number);
  return pageOf({
    view,
    path,
    title: frozen.outline.title,
    crumbs: crumbsOf(standard),
    head: html`<link rel="alternate" type="application/json" href="${data.edition(standard.code, edition.number)}" />
      ${legislation(view, of, frozen)}`,
    body: html`<h1 lang="zh-CN">${frozen.outline.title}</h1>
      ${meta(words, edition)}${notice(words, view.lang, of)}
      <div class="split">
        ${contents(text, frozen.outline.sections)}
        <div>
          <div class="text" lang="zh-CN">
            ${frozen.outline.sections.map((section) => sectionHtml(text, section, 2))}
          </div>
          ${filesHtml(words, of, frozen.files)}${proofHtml(words, of)}
        </div>
      </div>`,
  });
}

function anchorsOf(sections: readonly Section[], into = new Map<Section, string>()): ReadonlyMap<Section, string> {
  for (const section of sections) {
    into.set(section, `section-${into.size + 1}`);
    anchorsOf(section.sections ?? [], into);
  }
  return into;
}

function contents({ words, sections: anchors }: Text, sections: readonly Section[]): Html {
  const list = (each: readonly Section[]): Html =>
    html`<ol>
      ${each.map((section) => {
        const inner = section.sections ?? [];
        return html`<li>
          <a href="#${anchors.get(section) ?? ''}">${headingText(section)}</a>${inner.length === 0 ? null : list(inner)}
        </li> `;
      })}
    </ol>`;
  return html`<nav class="toc" aria-labelledby="toc">
    <h2 id="toc">${words.contents}</h2>
    <div lang="zh-CN">${list(sections)}</div>
  </nav> `;
}

function sectionHtml(text: Text, section: Section, level: number): Html {
  const hasHeading = section.number !== '' || section.title !== '';
  const below = hasHeading ? level + 1 : level;
  return html`<section id="${text.sections.get(section) ?? ''}">
    ${hasHeading ? heading(level, html`${headingText(section)}`) : null}
    ${(section.entries ?? []).map((entry) => entryHtml(text, entry, { path: entry.number, mark: serviceMark(entry.number), level: below }))}
    ${(section.sections ?? []).map((inner) => sectionHtml(text, inner, below))}
  </section> `;
}

interface At {
  readonly path: string;
  readonly mark: string;
  readonly level: number;
}

function entryHtml(text: Text, entry: Entry, { path, mark, level }: At): Html {
  const { words, view, of } = text;
  const at: Pick<EntryAt, 'entry' | 'path'> = { entry, path };
  const id = anchorOf(at);
  const address = pages.entry(of.standard.code, of.edition.number, entry.code ?? path);
  const title = html`<a href="${inLanguage(address, view.lang)}">${mark + entry.title + TITLE_STOP}</a>`;
  const items = (entry.items ?? []).map((item) => {
    const itemAt = { path: path + itemMark(item.number), mark: itemMark(item.number), level: level + 1 };
    return entryHtml(text, item, itemAt);
  });
  return html`<article id="${id}">
    ${heading(level, title)}${entry.provisions === undefined ? null : provisionsHtml(words, id, entry.provisions)}${items}
  </article> `;
}

function heading(level: number, content: Html): Html {
  switch (Math.min(level, DEEPEST)) {
    case 2:
      return html`<h2>${content}</h2> `;
    case 3:
      return html`<h3>${content}</h3> `;
    case 4:
      return html`<h4>${content}</h4> `;
    case 5:
      return html`<h5>${content}</h5> `;
    default:
      return html`<h6>${content}</h6> `;
  }
}

function filesHtml(words: Words, { standard, edition }: PublishedOf, files: readonly FileRow[]): Html {
  const rows = files.map(
    ({ format, fileName, sha256, size }) =>
      html`<tr>
        <td>
          <a href="${data.file(standard.code, edition.number, format)}" lang="zh-CN" download="${fileName}"
            >${fileName}</a
          >
        </td>
        <td class="nowrap" data-name="${words.size}">${Math.ceil(size / 1024)} kB</td>
        <td data-name="SHA-256"><span class="hash">${sha256}</span></td>
      </tr> `,
  );
  return html`<h2>${words.files}</h2>
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">${words.file}</th>
          <th scope="col">${words.size}</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table> `;
}

function proofHtml(words: Words, { standard, edition }: PublishedOf): Html {
  const { number, treeHash, manifestHash } = edition;
  return html`<h2>${words.proof}</h2>
    <p class="small soft">${words.proofHint}</p>
    <p class="small">${words.treeHash}<br /><span class="hash">${treeHash}</span></p>
    <p class="small">${words.manifestHash}<br /><span class="hash">${manifestHash}</span></p>
    <ul class="links">
      <li><a href="${data.manifest(standard.code, number)}">${words.manifest}</a></li>
      <li><a href="${data.edition(standard.code, number)}">${words.data}</a></li>
    </ul> `;
}
