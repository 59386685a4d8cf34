import type { ReadFinding } from '../api/types.ts';

/** Findings of one kind, in the order of the document. */
export interface FindingGroup {
  readonly code: string;
  readonly severity: ReadFinding['severity'];
  readonly findings: readonly ReadFinding[];
  /** Neither accepted nor, being here at all, put right. */
  readonly open: readonly ReadFinding[];
  readonly fixable: readonly ReadFinding[];
}

const GRAVITY: Readonly<Record<ReadFinding['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** By kind, the gravest first, and among equals the kind that is met first. */
export function groupsOf(findings: readonly ReadFinding[]): FindingGroup[] {
  const groups = [...Map.groupBy(findings, ({ code, severity }) => `${severity} ${code}`).values()];
  return groups
    .flatMap((list) => {
      const [first] = list;
      if (first === undefined) return [];
      const open = list.filter(({ accepted }) => !accepted);
      const { code, severity } = first;
      return [{ code, severity, findings: list, open, fixable: open.filter(({ fixable }) => fixable) }];
    })
    .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

/** A line cut into what stands before a finding, what it is about, and what follows; the middle is empty without a place. */
export function cutLine({ source, start, end }: ReadFinding): [before: string, marked: string, after: string] {
  if (source === null) return ['', '', ''];
  if (start === null || end === null) return [source, '', ''];
  return [source.slice(0, start), source.slice(start, end), source.slice(end)];
}

/** What a lost heading is, where the finding says enough to put it back. */
export function lostHeading({ code, params, entry }: ReadFinding): LostHeading | null {
  const { kind, number } = params;
  if (code !== 'reader.heading-lost' || (kind !== 'chapter' && kind !== 'category')) return null;
  if (typeof number !== 'string' || entry === null || !/^\d{1,6}$/.test(entry)) return null;
  return { kind, number, beforeEntry: entry };
}

export interface LostHeading {
  readonly kind: 'chapter' | 'category';
  readonly number: string;
  readonly beforeEntry: string;
}
