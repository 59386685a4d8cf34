import { formatNumber } from './number-format.ts';
import type { Level, List } from './numbering-definitions.ts';

/** The number that Word shows before a paragraph. */
export interface ListNumber {
  readonly text: string;
  /** A format that is not known here, shown in digits instead. */
  readonly unknownFormat: string | null;
}

const PLACEHOLDER = /%([1-9])/g;

/** Counts list numbers in the order of the paragraphs, as Word does. */
export class Numbering {
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();
  private readonly lists: ReadonlyMap<string, List>;

  constructor(lists: ReadonlyMap<string, List>) {
    this.lists = lists;
  }

  /** The level that a paragraph style has in a list, by the list's own word. */
  levelOf(list: string, style: string): number | undefined {
    return this.lists.get(list)?.styles.get(style);
  }

  /** The number of the next paragraph of a list at a level (0 to 8); null where there is no such list or level. */
  next(id: string, index: number): ListNumber | null {
    const list = this.lists.get(id);
    const level = list?.levels.get(index);
    if (list === undefined || level === undefined) return null;
    const counts = this.counts.get(list.shared) ?? [];
    this.counts.set(list.shared, counts);
    for (let above = 0; above < index; above++) counts[above] ??= list.levels.get(above)?.start;
    counts[index] = this.countOf(id, index, list, level, counts[index]);
    for (const [below, { restart }] of list.levels) {
      if (below > index && (restart === undefined || index < restart)) counts[below] = undefined;
    }
    return shown(level, list, counts);
  }

  private countOf(id: string, index: number, list: List, level: Level, last: number | undefined): number {
    const start = list.starts.get(index);
    const key = `${id} ${index}`;
    if (start !== undefined && !this.started.has(key)) {
      this.started.add(key);
      return start;
    }
    return last === undefined ? (start ?? level.start) : last + 1;
  }
}

function shown(level: Level, list: List, counts: readonly (number | undefined)[]): ListNumber {
  let unknownFormat: string | null = null;
  if (level.format === 'bullet') return { text: level.text, unknownFormat };
  const text = level.text.replace(PLACEHOLDER, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = list.levels.get(at)?.format ?? 'decimal';
    const value = counts[at];
    if (value === undefined) return '';
    const written = level.isLegal && format !== 'none' ? String(value) : formatNumber(value, format);
    unknownFormat = written === null ? format : unknownFormat;
    return written ?? String(value);
  });
  return { text, unknownFormat };
}
