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
      const open = list.filter((finding) => !isSettled(finding));
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

/** Nobody needs to do anything more about it: it was accepted, or it is a heading that was put back. */
export function isSettled({ accepted, code, fix }: ReadFinding): boolean {
  return accepted || (code === LOST && fix !== null);
}

/** What is known of a heading whose line was lost; a person knows the rest. Null for another finding, or one put back. */
export function lostHeading(finding: ReadFinding): LostHeading | null {
  const { code, params, entry } = finding;
  if (code !== LOST || isSettled(finding)) return null;
  const { kind, number } = params;
  return {
    kind: kind === 'chapter' || kind === 'category' ? kind : null,
    number: typeof number === 'string' ? number : '',
    beforeEntry: entry ?? '',
  };
}

const LOST = 'reader.heading-lost';

export interface LostHeading {
  readonly kind: 'chapter' | 'category' | null;
  readonly number: string;
  readonly beforeEntry: string;
}
