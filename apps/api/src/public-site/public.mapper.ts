import { PROVISION_LABELS, type Citation, type EntryAt, type ProvisionKey } from '@dingben/outline';
import { revisionHash } from '@dingben/outline/hash';
import { inForceOn } from '@dingben/workflow';
import { data, pages } from './addresses.js';
import type {
  PublicEditionOfStandard,
  PublicEditionRef,
  PublicEditionSummary,
  PublicStandardDto,
} from './dto/edition.dto.js';
import type {
  PublicEditionDto,
  PublicEntryDto,
  PublicEntryRef,
  PublicEntryStepDto,
  PublicFileDto,
  PublicProvisionDto,
} from './dto/entry.dto.js';
import type { EntryStep } from './entry-history.js';
import type { Frozen } from './frozen.js';
import type { PublishedOf, PublishedStandard } from './published.service.js';
import type { FileRow } from './published.repository.js';

/** The fields of a form, as data that goes into another one. */
type Form<T> = { readonly [K in keyof T]: T[K] };

/** Everything that is said to the public is written out field by field. */
export function standardForm(standard: PublishedStandard): PublicStandardDto {
  const { code, title, today, editions } = standard;
  return {
    code,
    title,
    inForce: inForceOn(today, editions)?.number ?? null,
    editions: editions.map((edition) => summaryForm({ standard, edition })),
    links: {
      self: data.standard(code),
      inForce: data.inForce(code),
      page: pages.standard(code),
      feed: pages.feed(code),
    },
  };
}

export function summaryForm(of: PublishedOf): Form<PublicEditionSummary> {
  const { publishedAt, standing, withdrawal, treeHash, manifestHash } = of.edition;
  const withdrawn = withdrawal && { from: withdrawal.from, explanation: withdrawal.explanation };
  return { ...editionRef(of), publishedAt, standing, withdrawal: withdrawn, treeHash, manifestHash };
}

export function ofStandardForm(of: PublishedOf): Form<PublicEditionOfStandard> {
  return { standard: standardRef(of.standard), ...summaryForm(of) };
}

export function editionForm(of: PublishedOf, { files, order }: Frozen): PublicEditionDto {
  const { code } = of.standard;
  return {
    ...ofStandardForm(of),
    files: files.map((file) => fileForm(of, file)),
    entries: order.map((at) => entryRef(code, of.edition.number, at)),
  };
}

function fileForm(
  { standard, edition }: PublishedOf,
  { format, fileName, mediaType, sha256, size }: FileRow,
): PublicFileDto {
  return { format, fileName, mediaType, sha256, size, link: data.file(standard.code, edition.number, format) };
}

export function entryForm(of: PublishedOf, at: EntryAt): PublicEntryDto {
  const { code } = of.standard;
  const { number } = of.edition;
  const { title, provisions = null, items = [], citations = [] } = at.entry;
  const ref = entryRef(code, number, at);
  const itemsAt = items.map((item) => ({ ...at, entry: item, path: `${at.path}（${item.number}）` }));
  return {
    standard: standardRef(of.standard),
    edition: editionRef(of),
    ...ref,
    hash: revisionHash({ title, provisions }),
    provisions: provisions && provisionsForm(provisions),
    citations: citations.map(citationForm),
    items: itemsAt.map((item) => entryRef(code, number, item)),
    links: {
      self: ref.link,
      page: pages.entry(code, number, ref.code),
      history: data.history(code, ref.code),
    },
  };
}

/** Null for a service that has items, which has no provisions. */
export function provisionForm(of: PublishedOf, at: EntryAt, key: ProvisionKey): PublicProvisionDto | null {
  const { provisions, citations = [] } = at.entry;
  if (provisions === undefined) return null;
  return {
    standard: standardRef(of.standard),
    edition: editionRef(of),
    entry: entryRef(of.standard.code, of.edition.number, at),
    key,
    label: PROVISION_LABELS[key],
    text: provisions[key],
    citations: citations.filter(({ provision }) => provision === key).map(citationForm),
  };
}

export function stepForm(of: PublishedOf, { at, changes, title, provisions }: EntryStep): PublicEntryStepDto {
  const entry = at && entryRef(of.standard.code, of.edition.number, at);
  return { edition: summaryForm(of), entry, changes, title, provisions };
}

export function standardRef({ code, title }: PublishedStandard): { code: string; title: string } {
  return { code, title };
}

function editionRef({
  standard: { code },
  edition: { number, label, effectiveDate },
}: PublishedOf): Form<PublicEditionRef> {
  const links = {
    self: data.edition(code, number),
    page: pages.edition(code, number),
    manifest: data.manifest(code, number),
  };
  return { number, label, effectiveDate, links };
}

function entryRef(standardCode: string, edition: number, { entry, path, sections }: EntryAt): Form<PublicEntryRef> {
  const code = entry.code ?? path;
  const link = data.entry(standardCode, edition, code);
  const above = sections.map(({ kind, number, title }) => ({ kind, number, title }));
  return { code, number: path, title: entry.title, sections: above, link };
}

function provisionsForm(provisions: PublicEntryDto['provisions'] & object): NonNullable<PublicEntryDto['provisions']> {
  const { targetGroup, content, standard, funding, leadAgency } = provisions;
  return { targetGroup, content, standard, funding, leadAgency };
}

function citationForm({ provision, start, end, title, number }: Citation): Citation {
  return { provision, start, end, title, ...(number !== undefined && { number }) };
}
