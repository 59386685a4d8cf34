import { hashFields } from '@dingben/kernel/hash';
import { data, pages } from '../addresses.js';
import type { PublishedEdition, PublishedStandard } from '../published.service.js';
import { html, type Html } from './html.js';
import type { View } from './shell.js';
import { WORDS } from './words.js';

/** Newest publications that the feed names; the page of the standard lists all. */
const MOST = 50;

/** The publications of a standard as an Atom feed (RFC 4287). HTML's escapes are XML's too, and stored text holds no control characters. */
export function feedOf(view: View, standard: PublishedStandard): string {
  const words = WORDS[view.lang];
  const { code, title, editions } = standard;
  const self = view.origin + pages.feed(code);
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.lang}">
      <id>${named(hashFields('dingben.feed/1', [code]))}</id>
      <title>${title}</title>
      <updated>${editions.map(updated).sort().at(-1) ?? ''}</updated>
      <author><name>${words.site}</name></author>
      <generator>定本</generator>
      <link rel="self" type="application/atom+xml" href="${self}" />
      <link rel="alternate" type="text/html" href="${view.origin}${pages.standard(code)}" />
      ${editions
        .toReversed()
        .slice(0, MOST)
        .map((edition) => entryXml(view, standard, edition))}</feed
    > `.text;
}

function entryXml(view: View, { code, title }: PublishedStandard, edition: PublishedEdition): Html {
  const words = WORDS[view.lang];
  const { number, label, effectiveDate, publishedAt, manifestHash, withdrawal } = edition;
  const withdrawn = edition.standing === 'withdrawn' ? words.withdrawn : words.toBeWithdrawn;
  const summary = [
    words.effectiveFrom(words.date(effectiveDate)),
    withdrawal && withdrawn(words.date(withdrawal.from)),
  ];
  return html`<entry>
    <id>${named(manifestHash)}</id>
    <title>${title} ${label}</title>
    <published>${publishedAt}</published>
    <updated>${updated(edition)}</updated>
    <link rel="alternate" type="text/html" href="${view.origin}${pages.edition(code, number)}" />
    <link rel="alternate" type="application/json" href="${view.origin}${data.edition(code, number)}" />
    <summary>${summary.filter((sentence) => sentence !== null).join(' ')}</summary>
  </entry> `;
}

function updated({ publishedAt, withdrawal }: PublishedEdition): string {
  return withdrawal === null ? publishedAt : withdrawal.at;
}

/** A name that no address is part of (RFC 6920), so that it stays when the service moves. */
function named(hash: string): string {
  return `ni:///sha-256;${Buffer.from(hash, 'hex').toString('base64url')}`;
}
