/** What a comparison's address holds; all of it, so that another person who opens the link sees the same. */
export interface ComparisonView {
  /** `edition:<id>`, `commit:<id>` or empty. */
  readonly before: string;
  readonly after: string;
  /** A change kind, `class.` and a class name, `unconfirmed`, `unclassed`, `unreasoned`, or empty for all. */
  readonly only: string;
  readonly mode: 'side' | 'inline';
  /** Entries without a change are listed too. */
  readonly unchanged: boolean;
  readonly renumbered: boolean;
  readonly format: boolean;
}

const NAMES = ['before', 'after', 'only'] as const;

export function viewFrom(params: URLSearchParams): ComparisonView {
  const [before, after, only] = NAMES.map((name) => params.get(name) ?? '') as [string, string, string]; // three in, three out
  return {
    before,
    after,
    only,
    mode: params.get('view') === 'inline' ? 'inline' : 'side',
    unchanged: params.get('show') === 'all',
    renumbered: params.get('renumbered') === 'show',
    format: params.get('format') !== 'hide',
  };
}

/** Only what differs from the usual view stands in the address. */
export function withView(params: URLSearchParams, change: Partial<ComparisonView>): URLSearchParams {
  const next = { ...viewFrom(params), ...change };
  const wanted: Readonly<Record<string, string>> = {
    before: next.before,
    after: next.after,
    only: next.only,
    view: next.mode === 'inline' ? 'inline' : '',
    show: next.unchanged ? 'all' : '',
    renumbered: next.renumbered ? 'show' : '',
    format: next.format ? '' : 'hide',
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (value === '') params.delete(name);
    else params.set(name, value);
  }
  return params;
}
