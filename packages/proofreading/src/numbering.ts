import {
  categoryMark,
  chapterMark,
  entries,
  fromHanzi,
  sections,
  type Entry,
  type Finding,
  type Outline,
  type SectionKind,
} from '@dingben/outline';
import type { ProofreadingCode } from './codes.ts';

/**
 * What only the outline as a whole shows: numbers that skip or come twice, and titles that two services share. Services and
 * categories count on through the document, chapters too; items from 1 in each service.
 */
export function proofreadNumbering(outline: Pick<Outline, 'sections'>): Finding[] {
  const found: Finding[] = [];
  const services = [...entries(outline)].filter(({ depth }) => depth === 0);
  const numbered = (list: readonly Entry[], path: (entry: Entry) => string) => {
    gaps(list.map(({ number }) => Number(number))).forEach((gap, index) => {
      const entry = list[index];
      if (gap !== null && entry !== undefined) found.push({ ...gap, entry: path(entry) });
    });
  };
  numbered(
    services.map(({ entry }) => entry),
    ({ number }) => number,
  );
  for (const { entry } of services) numbered(entry.items ?? [], (item) => `${entry.number}（${item.number}）`);
  found.push(...headings(outline), ...sharedTitles(services.map(({ entry }) => entry)));
  return found;
}

type Gap = Pick<Finding, 'code' | 'severity' | 'params'>;

function gaps(numbers: readonly number[]): (Gap | null)[] {
  const seen = new Set<number>();
  let expected = 1;
  return numbers.map((number) => {
    const wanted = expected;
    const doubled = seen.has(number);
    seen.add(number);
    if (!doubled) expected = number + 1;
    if (doubled) return gap('proofreading.number-doubled', 'error', { number });
    return number === wanted ? null : gap('proofreading.number-gap', 'warning', { number, expected: wanted });
  });
}

function gap(code: ProofreadingCode, severity: 'error' | 'warning', params: Record<string, number>): Gap {
  return { code, severity, params };
}

/** A heading's number is not an entry's: the finding names the heading. */
function headings(outline: Pick<Outline, 'sections'>): Finding[] {
  const all = [...sections(outline)].map(({ section }) => section);
  return (['chapter', 'category'] as const).flatMap((kind) => {
    const list = all.filter((section) => section.kind === kind);
    const empty = list.filter(({ title }) => title.trim() === '').map(({ number }) => emptyHeading(kind, number));
    const numbers = gaps(list.map(({ number }) => fromHanzi(number) ?? 0)).flatMap((seen, index): Finding[] => {
      const section = list[index];
      if (seen === null || section === undefined) return [];
      return [{ ...seen, found: section.title, params: { ...seen.params, number: section.number } }];
    });
    return [...empty, ...numbers];
  });
}

function emptyHeading(kind: SectionKind, number: string): Finding {
  const code: ProofreadingCode = 'proofreading.heading-empty';
  return { code, severity: 'error', params: { number: (kind === 'chapter' ? chapterMark : categoryMark)(number) } };
}

function sharedTitles(services: readonly Entry[]): Finding[] {
  const first = new Map<string, string>();
  return services.flatMap(({ title, number }): Finding[] => {
    const other = first.get(title);
    if (other === undefined) first.set(title, number);
    if (other === undefined || title === '') return [];
    const code: ProofreadingCode = 'proofreading.entry-title-doubled';
    return [{ code, severity: 'warning', entry: number, found: title, params: { at: other } }];
  });
}
