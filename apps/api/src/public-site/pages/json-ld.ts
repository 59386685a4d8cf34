import { data, pages } from '../addresses.js';
import type { Frozen } from '../frozen.js';
import type { PublishedOf } from '../published.service.js';
import { html, jsonBlock, type Html } from './html.js';
import type { View } from './shell.js';

/** The edition in the words of schema.org. A block of data, which no browser runs. */
export function legislation({ origin }: View, { standard, edition }: PublishedOf, { outline, files }: Frozen): Html {
  const { code } = standard;
  const { number, effectiveDate, publishedOn, standing } = edition;
  const form = {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    name: outline.title,
    url: origin + pages.edition(code, number),
    inLanguage: 'zh-CN',
    legislationIdentifier: `${code}/${number}`,
    legislationDate: publishedOn,
    legislationDateVersion: effectiveDate,
    legislationLegalForce: `https://schema.org/${standing === 'in-force' ? 'InForce' : 'NotInForce'}`,
    exampleOfWork: { '@type': 'Legislation', name: standard.title, url: origin + pages.standard(code) },
    encoding: files.map(({ format, mediaType }) => ({
      '@type': 'LegislationObject',
      encodingFormat: mediaType.split(';')[0],
      contentUrl: origin + data.file(code, number, format),
    })),
  };
  return html`<script type="application/ld+json">
    ${jsonBlock(form)}
  </script>`;
}
