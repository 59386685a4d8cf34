import { categoryMark, chapterMark, PROVISION_KEYS } from '@dingben/outline';
import { diffText, formatChanges } from '@dingben/text-diff';
import type {
  ChangeClassName,
  ComparedEntry,
  Comparison,
  OutlineSection,
  ProvisionKey,
  Segment,
} from '../api/types.ts';
import { headingOf } from '../editions/flatten.ts';
import type { ComparisonView } from './address.ts';
import { isUnreasoned } from './open-reasons.ts';

type ChangeKind = Exclude<keyof Comparison['summary'], 'unchanged'>;
/** What is counted even where there is none: that nothing was taken away is worth a word. */
const ALWAYS: readonly ChangeKind[] = ['amended', 'added', 'removed'];
const SOMETIMES: readonly ChangeKind[] = ['moved', 'retitled', 'renumbered', 'split', 'merged'];
export const CLASS = 'class.';
/** Filters beside kinds and classes. */
export const UNCONFIRMED = 'unconfirmed' as const;
export const UNCLASSED = 'unclassed' as const;
export const UNREASONED = 'unreasoned' as const;
const FORMAT = '格式';
/** As the official table names them. */
export const CLASS_ORDER: readonly ChangeClassName[] = [
  ...([
    '新增',
    '取消',
    '移位',
    '提高标准',
    '降低标准',
    '扩大对象',
    '缩小对象',
    '调整支出责任',
    '调整牵头单位',
  ] as const),
  ...(['调整依据', '规范表述', FORMAT] as const),
];

/** One part beside the whole: the two are different entries. */
export function isPartOnly({ split, merged }: ComparedEntry): boolean {
  return split?.goesOn === false || merged?.goesOn === false;
}

/** Where the entry stands that a line is about: in the old outline where it is gone or was merged into another. */
export function ownPlace({ before, after, merged }: ComparedEntry): ComparedEntry['after'] {
  return merged?.goesOn === false ? before : (after ?? before);
}

/** Only what stands before the entry changed. */
export function isRenumberingAlone({ changes }: ComparedEntry): boolean {
  return changes.every((change) => change === 'renumbered');
}

/** Some change of its texts is only form. */
export function hasFormatChange({ provisions }: ComparedEntry): boolean {
  return Object.values(provisions).some((segments) => formatChanges(segments) > 0);
}

/** Every text of it that differs, differs in width, blanks or brackets alone. */
export function isFormatAlone({ changes, classes }: ComparedEntry): boolean {
  return (
    changes.every((change) => ['amended', 'renumbered'].includes(change)) &&
    classes.every((one) => one === FORMAT) &&
    classes.length > 0
  );
}

/** A change that has a class, or waits for one: what only has another number does not. */
export function isClassable({ change }: ComparedEntry): boolean {
  return change !== null;
}

/** Nobody has said yet what kind of change it is. */
export function isUnconfirmed(entry: ComparedEntry): boolean {
  return isClassable(entry) && entry.confirmation === null;
}

/** What is proposed explains the whole change, so that it can be confirmed unread. */
export function isPlain(entry: ComparedEntry): boolean {
  return isUnconfirmed(entry) && entry.certain;
}

/** The entries that a view shows. A filter that asks for one kind shows it whatever else is hidden. */
export function shownEntries(comparison: Comparison, view: ComparisonView): ComparedEntry[] {
  const { only } = view;
  return comparison.entries.filter((entry) => {
    if (only === UNCONFIRMED) return isUnconfirmed(entry);
    if (only === UNREASONED) return isUnreasoned(entry);
    if (only === UNCLASSED) return isClassable(entry) && entry.classes.length === 0;
    if (only.startsWith(CLASS)) return entry.classes.some((name) => CLASS + name === only);
    if (only !== '') return entry.changes.some((change) => change === only);
    if (!view.renumbered && isRenumberingAlone(entry)) return false;
    return view.format || !isFormatAlone(entry);
  });
}

/** The kinds of change that are counted: the usual ones, and those that occur or are asked for. */
export function shownKinds(summary: Comparison['summary'], only: string): ChangeKind[] {
  return [...ALWAYS, ...SOMETIMES.filter((kind) => (summary[kind] ?? 0) > 0 || kind === only)];
}

/** How many entries have each class, in the order of the official table. */
export function classCounts(comparison: Comparison): { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { classes } of comparison.entries)
    for (const name of classes) counts.set(name, (counts.get(name) ?? 0) + 1);
  const said = ['新增', '取消', '移位'];
  const order: readonly string[] = CLASS_ORDER;
  return [...counts]
    .filter(([name]) => !said.includes(name))
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([name, count]) => ({ name, count }));
}

export type RowField = 'title' | 'place' | ProvisionKey;

/** One line of the table: a text of an entry before and after. */
export interface Row {
  readonly field: RowField;
  readonly segments: readonly Segment[];
}

/** The lines of an entry: place and title where they changed, then its provisions. */
export function rowsOf(entry: ComparedEntry, words: PlaceWords = numbersOnly): Row[] {
  const { before, after, changes, provisions } = entry;
  const rows: Row[] = [];
  if (before !== null && after !== null) {
    if (changes.includes('moved')) {
      const [old, now] = [words('before', before.path), words('after', after.path)];
      if (old !== now) rows.push({ field: 'place', segments: replaced(old, now) });
    }
    if (before.title !== after.title && !isPartOnly(entry))
      rows.push({ field: 'title', segments: diffText(before.title, after.title) });
  }
  for (const key of PROVISION_KEYS) {
    const segments = provisions[key];
    if (segments !== undefined) rows.push({ field: key, segments });
  }
  return rows;
}

function replaced(old: string, now: string): Segment[] {
  return [
    { op: 'delete', text: old },
    { op: 'insert', text: now },
  ];
}

/** Says where an entry stands, on one side. */
export type PlaceWords = (side: 'before' | 'after', path: readonly string[]) => string;

const numbersOnly: PlaceWords = (_, path) => pathWords(path);

/** `一、／（三）`: numbers of the chapter and the category. */
export function pathWords(path: readonly string[]): string {
  return path.map((number, depth) => (depth === 0 ? chapterMark(number) : categoryMark(number))).join('／');
}

export function sideOf(segments: readonly Segment[], side: 'before' | 'after'): string {
  const other = side === 'before' ? 'insert' : 'delete';
  return segments.map(({ op, text }) => (op === other ? '' : text)).join('');
}

/** Places by the headings of both outlines: `一、幼有所育／（三）儿童关爱服务`. What an outline does not hold is said by its number. */
export function placeWords(outlines: Readonly<Record<'before' | 'after', readonly OutlineSection[]>>): PlaceWords {
  return (side, path) => {
    let sections = outlines[side];
    const words = path.map((number, depth) => {
      const section = sections.find((one) => one.number === number);
      sections = section?.sections ?? [];
      return section === undefined ? pathWords(path.slice(0, depth + 1)).split('／')[depth] : headingOf(section);
    });
    return words.join('／');
  };
}
