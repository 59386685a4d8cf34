import { fromHanzi, type Outline } from '@dingben/outline';
import { momentOf, type DocumentMeta } from '../meta.ts';
import { element, lines } from './element.ts';

const SOURCE = '#dingben';

/**
 * Work, expression and manifestation. The work is the standard, named by its title without the edition; each edition is an expression
 * of it, from the day of its publication; before there is one, from the first day of the year that it names.
 */
export function identificationXml(outline: Outline, meta: DocumentMeta): string {
  const day = dayOf(outline, meta);
  const name = workName(outline);
  const work = `/akn/cn/act/standard/${encodeURIComponent(name)}`;
  const expression = `${work}/zho@${day}`;
  const eId = `chp_${fromHanzi(meta.chapter ?? '') ?? 0}`;
  const portion = meta.chapter === undefined ? '' : `~${eId}`;
  const common = (uri: string, kind: string): string[] => [
    element('FRBRthis', {
      value: kind === 'manifestation' ? `${expression}/!main${portion}.xml` : `${uri}/!main${portion}`,
    }),
    element('FRBRuri', { value: uri }),
    ...(kind === 'expression' ? aliases(meta) : []),
    element('FRBRdate', { date: day, name: kind }),
    element('FRBRauthor', { href: SOURCE, as: '#editor' }),
  ];
  const ofWork = [
    element('FRBRcountry', { value: 'cn' }),
    element('FRBRsubtype', { value: 'standard' }),
    element('FRBRname', { value: name }),
  ];
  const ofManifestation = [
    ...(meta.chapter === undefined ? [] : [element('FRBRportion', { from: `#${eId}` })]),
    element('FRBRformat', { value: 'application/akn+xml' }),
  ];
  return element(
    'identification',
    { source: SOURCE },
    lines([
      element('FRBRWork', {}, lines([...common(work, 'work'), ...ofWork])),
      element('FRBRExpression', {}, lines([...common(expression, 'expression'), ...ofExpression(outline, meta)])),
      element('FRBRManifestation', {}, lines([...common(`${expression}.xml`, 'manifestation'), ...ofManifestation])),
    ]),
  );
}

function ofExpression({ edition }: Outline, { draft }: DocumentMeta): string[] {
  return [
    ...(edition === '' ? [] : [element('FRBRversionNumber', { value: edition })]),
    ...(draft === undefined ? [] : [element('FRBRauthoritative', { value: 'false' })]),
    element('FRBRlanguage', { language: 'zho' }),
  ];
}

/** Names by which the expression can be checked. */
function aliases({ treeHash, code }: DocumentMeta): string[] {
  const named = [
    ['treeHash', treeHash],
    ['code', code],
  ] as const;
  return named.flatMap(([name, value]) => (value === undefined ? [] : [element('FRBRalias', { name, value })]));
}

/** The days of the edition's life that are known: its publication, and the day from which it is in force. */
export function lifecycleXml({ publishedOn, effectiveOn }: DocumentMeta): string {
  const events = [
    ['publication', publishedOn],
    ['in-force', effectiveOn],
  ].flatMap(([eId, date]) =>
    date === undefined ? [] : [element('eventRef', { eId, date, source: SOURCE, type: 'generation' })],
  );
  return events.length === 0 ? '' : element('lifecycle', { source: SOURCE }, lines(events));
}

/** Who keeps the text, and in what part: what the attributes above refer to. */
export function keeperXml(): string[] {
  return [
    element('TLCOrganization', { eId: 'dingben', href: '/akn/ontology/organization/cn/dingben', showAs: '定本' }),
    element('TLCRole', { eId: 'editor', href: '/akn/ontology/role/editor', showAs: '编辑' }),
  ];
}

function dayOf({ edition }: Outline, meta: DocumentMeta): string {
  const year = /^\d{4}(?=年)/.exec(edition)?.[0];
  return meta.publishedOn ?? (year === undefined ? momentOf(meta).slice(0, 10) : `${year}-01-01`);
}

/** The title without the brackets that name the edition. */
function workName({ title, edition }: Outline): string {
  const at = edition === '' ? -1 : title.indexOf(`（${edition.split('（')[0] ?? ''}`);
  return at <= 0 ? title : title.slice(0, at);
}
