import { CLASS_NAMES, type ComparedEntry, type Comparison } from '@dingben/comparison';
import { keyOf, nameOf, onlyRenumbered } from '../table/rows.ts';

/** How many entries were changed in one way, and which. */
export interface NoteRow {
  /** 新增, 提高标准 …; 未归类 for what no class was given. */
  readonly name: string;
  readonly entries: readonly { readonly key: string; readonly name: string }[];
}

/** The part of a 编制说明 that counts what changed. */
export interface RevisionNotes {
  readonly title: string;
  readonly paragraph: string;
  readonly rows: readonly NoteRow[];
  /** Entries whose classes nobody has confirmed: their counts are what the comparison proposes. */
  readonly unconfirmed: number;
  /** Says that the counts are provisional, and for how many entries; null where every class is confirmed. */
  readonly caveat: string | null;
}

/** A comparison of which people have confirmed a part; `classes` of a confirmed entry are what they said. */
export type ConfirmableComparison = Omit<Comparison, 'entries'> & {
  readonly entries: readonly (ComparedEntry & { readonly confirmation?: object | null })[];
};

export const NOTE_HEADINGS = ['调整类型', '项数', '条目'] as const;

const UNCLASSED = '未归类';

/**
 * What changed from one edition to the next, counted by change class. An entry with several classes counts under each; one that only
 * has another number is unchanged. An entry is confirmed where it carries a `confirmation` or is in `classes`.
 *
 * @param classes what people confirmed, by the `key` of `changedParts`; an entry that is not in it counts by its own classes.
 */
export function revisionNotes(
  comparison: ConfirmableComparison,
  classes: ReadonlyMap<string, readonly string[]> = new Map(),
): RevisionNotes {
  const changed = comparison.entries.filter((entry) => !onlyRenumbered(entry));
  const counted = new Map<string, ComparedEntry[]>(Object.values(CLASS_NAMES).map((name) => [name, []]));
  for (const entry of changed) {
    const given = classes.get(keyOf(entry)) ?? entry.classes;
    for (const name of given.length === 0 ? [UNCLASSED] : given)
      counted.set(name, [...(counted.get(name) ?? []), entry]);
  }
  const rows = [...counted].flatMap(([name, entries]) =>
    entries.length === 0
      ? []
      : [{ name, entries: entries.map((entry) => ({ key: keyOf(entry), name: nameOf(entry) })) }],
  );
  const unconfirmed = changed.filter(
    (entry) => !classes.has(keyOf(entry)) && (entry.confirmation ?? null) === null,
  ).length;
  return {
    title: '编制说明（修订情况）',
    paragraph: paragraphOf(comparison, changed.length, rows),
    rows,
    unconfirmed,
    caveat: unconfirmed === 0 ? null : `暂计：以上有${unconfirmed}项条目的调整类型尚未经人工确认，按系统建议计入。`,
  };
}

function paragraphOf(comparison: ConfirmableComparison, changed: number, rows: readonly NoteRow[]): string {
  const { before, after, entries, sections, summary } = comparison;
  const unchanged = summary.unchanged + entries.length - changed;
  const start = `与${before}相比，${after}`;
  const headings = sections.filter(({ changes }) => changes.some((change) => change !== 'renumbered')).length;
  const more = headings === 0 ? '' : `另调整章、类标题${headings}处。`;
  if (changed === 0) return `${start}的条目内容未作调整。${more}`;
  const counts = rows.map(({ name, entries: each }) => `${name}${each.length}项`).join('、');
  const total = rows.reduce((sum, { entries: each }) => sum + each.length, 0);
  const twice = total > changed ? '（同一条目涉及多类调整的，分别计入）' : '';
  return `${start}共调整条目${changed}项：${counts}${twice}；其余${unchanged}项内容未作调整。${more}`;
}
