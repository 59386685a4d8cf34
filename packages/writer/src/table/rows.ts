import { ownPlace, type ComparedEntry, type ComparedSection, type Comparison, type Place } from '@dingben/comparison';
import { PROVISION_KEYS, PROVISION_LABELS, type Outline } from '@dingben/outline';
import { diffText, type Segment } from '@dingben/text-diff';
import { headingText } from '../text.ts';

/** One thing that changed in an entry or heading: 名称, 位置 or a provision. `equal` + `delete` is the old text, `equal` + `insert` the new one. */
export interface ChangedText {
  readonly label: string;
  readonly segments: readonly Segment[];
}

/** What a row of the comparison table is about, before a person has said why. */
export interface ChangedPart {
  /**
   * By which its reason is given: the lasting code of an entry; without one, its printed number (`10`, `16（1）`), or a heading as it is
   * printed. What is gone has 原 before it, since its number may be another's now.
   */
  readonly key: string;
  /** As the table names it: `11.预防接种（原10）`. */
  readonly name: string;
  readonly changes: readonly ChangedText[];
  /** Regulations that the new text cites and the old one does not, a line each. */
  readonly cites: string;
}

/** A part as the table names it, and the entry that it is about; null for a heading. */
export interface PartName extends Pick<ChangedPart, 'key' | 'name'> {
  readonly entry: ComparedEntry | null;
}

export interface Outlines {
  readonly before: Outline;
  readonly after: Outline;
}

/** Everything that the table has to show, in its order: headings, then entries. What only has another number is left out. */
export function changedParts(comparison: Comparison, outlines: Outlines): ChangedPart[] {
  return [
    ...comparison.sections.flatMap(ofSection),
    ...comparison.entries.flatMap((entry) => ofEntry(entry, outlines)),
  ];
}

/** The parts by name alone, in the same order: cheaper where nobody looks at the texts. */
export function namedParts(comparison: Comparison): PartName[] {
  return [
    ...comparison.sections.flatMap(nameOfSection),
    ...comparison.entries
      .filter((entry) => !onlyRenumbered(entry))
      .map((entry) => ({ key: keyOf(entry), name: nameOf(entry), entry })),
  ];
}

/** The `key` of a heading's part; null where it has none. */
export function keyOfSection(section: ComparedSection): string | null {
  return nameOfSection(section)[0]?.key ?? null;
}

function nameOfSection({ changes, kind, before, after }: ComparedSection): PartName[] {
  const side = after ?? before;
  if (side === null || changes.every((change) => change === 'renumbered')) return [];
  const name = headingText({ kind, ...side });
  return [{ key: after === null ? `原${name}` : name, name, entry: null }];
}

function ofSection(section: ComparedSection): ChangedPart[] {
  const { kind, before, after } = section;
  const segments = diffText(before?.title ?? '', after?.title ?? '');
  const label = kind === 'chapter' ? '章名' : '类名';
  return nameOfSection(section).map(({ key, name }) => ({ key, name, changes: [{ label, segments }], cites: '' }));
}

function ofEntry(entry: ComparedEntry, outlines: Outlines): ChangedPart[] {
  const { before, after, changes, provisions, citations } = entry;
  if (onlyRenumbered(entry)) return [];
  const texts = PROVISION_KEYS.flatMap((key): ChangedText[] => {
    const segments = provisions[key];
    return segments === undefined ? [] : [{ label: PROVISION_LABELS[key], segments }];
  });
  return [
    {
      key: keyOf(entry),
      name: nameOf(entry),
      changes: [...(before !== null && after !== null ? placeChanges(before, after, changes, outlines) : []), ...texts],
      cites: citations.added.map(({ text }) => text).join('\n'),
    },
  ];
}

/** What only stands elsewhere in the count has not changed. */
export function onlyRenumbered({ changes }: ComparedEntry): boolean {
  return changes.every((change) => change === 'renumbered');
}

/** The `key` of an entry's part. */
export function keyOf(entry: ComparedEntry): string {
  const own = ownPlace(entry) ?? NOWHERE;
  return own.code ?? (own === entry.after ? own.number : `原${own.number}`);
}

/** A comparison has no entry that is on neither side; its form could hold one. */
const NOWHERE: Place = { number: '', title: '', path: [] };

/** A number reads as it is printed: 12. before a service, 16（1） before an item. */
export function nameOf(entry: ComparedEntry): string {
  const { before, after, split, merged } = entry;
  const { number, title } = ownPlace(entry) ?? NOWHERE;
  const name = (number.endsWith('）') ? number : `${number}.`) + title;
  if (before === null) return `${name}（新增）`;
  if (after === null) return `${name}（取消）`;
  if (merged !== undefined)
    return `${name}（${merged.goesOn ? `合并原${listOf(merged.parts)}` : `并入${after.number}`}）`;
  if (split !== undefined)
    return `${name}（${split.goesOn ? `拆分为${listOf(split.parts)}` : `自原${before.number}拆分`}）`;
  return before.number === number ? name : `${name}（原${before.number}）`;
}

function listOf(places: readonly Place[]): string {
  return places.map(({ number }) => number).join('、');
}

function placeChanges(
  before: Place,
  after: Place,
  changes: ComparedEntry['changes'],
  outlines: Outlines,
): ChangedText[] {
  const found: ChangedText[] = [];
  if (changes.includes('retitled')) found.push({ label: '名称', segments: diffText(before.title, after.title) });
  if (changes.includes('moved')) {
    // Two places have signs in common, and no part of them: the whole is marked.
    const [from, to] = [placeName(outlines.before, before), placeName(outlines.after, after)];
    const segments = [{ op: 'delete', text: from } as const, { op: 'insert', text: to } as const];
    found.push({ label: '位置', segments });
  }
  return found;
}

/** `一、幼有所育（三）儿童关爱服务第10项`. */
function placeName(outline: Outline, { path, number }: Place): string {
  let [level, name] = [outline.sections, ''];
  for (const step of path) {
    const section = level.find((each) => each.number === step);
    name += section === undefined ? step : headingText(section);
    level = section?.sections ?? [];
  }
  return `${name}第${number}项`;
}
