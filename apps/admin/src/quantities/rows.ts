import type { QuantityRow } from '../api/types.ts';

/** What a page of quantities shows; all of it stands in the address. */
export interface QuantityView {
  readonly standard: string;
  readonly chapter: string;
  readonly unit: string;
  readonly agency: string;
  readonly q: string;
  readonly changed: boolean;
  /** The first edition on show; empty for the latest that fit. */
  readonly from: string;
}

const NAMES = ['standard', 'chapter', 'unit', 'agency', 'q', 'from'] as const;

export function viewFrom(params: URLSearchParams): QuantityView {
  const [standard = '', chapter = '', unit = '', agency = '', q = '', from = ''] = NAMES.map(
    (name) => params.get(name) ?? '',
  );
  return { standard, chapter, unit, agency, q, from, changed: params.get('changed') === 'yes' };
}

export function withView(params: URLSearchParams, change: Partial<QuantityView>): URLSearchParams {
  const next = { ...viewFrom(params), ...change };
  const wanted: Readonly<Record<string, string>> = {
    ...Object.fromEntries(NAMES.map((name) => [name, next[name]])),
    changed: next.changed ? 'yes' : '',
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (value === '') params.delete(name);
    else params.set(name, value);
  }
  return params;
}

export function shownRows(rows: readonly QuantityRow[], view: QuantityView): QuantityRow[] {
  return rows.filter(
    (row) =>
      (view.chapter === '' || row.chapter === view.chapter) &&
      (view.unit === '' || row.unit === view.unit) &&
      (view.agency === '' || row.agencies.includes(view.agency)) &&
      (!view.changed || isChanged(row)) &&
      (view.q === '' || textOf(row).includes(view.q)),
  );
}

/** An amount that another edition has otherwise, or does not have. */
export function isChanged({ cells }: QuantityRow): boolean {
  return cells.some((cell) => cell?.changed === true) || cells.some((cell) => cell === null);
}

function textOf({ number, title, context, cells }: QuantityRow): string {
  return [`${number} ${title}`, ...cells.map((cell) => `${context.before}${cell?.text ?? ''}${context.after}`)].join(
    '\n',
  );
}

/** The different values of something, in the order in which they first stand. */
export function choices(rows: readonly QuantityRow[], of: (row: QuantityRow) => readonly string[]): string[] {
  return [...new Set(rows.flatMap(of))].filter((one) => one !== '');
}

/** As many editions as a page of 1280 px shows beside each other. */
const MOST = 6;

/** The editions on show, from and up to: the latest, or from the one that the person chose. */
export function editionWindow(ids: readonly string[], from: string): { start: number; end: number } {
  const asked = ids.indexOf(from);
  const start = asked >= 0 ? asked : Math.max(0, ids.length - MOST);
  return { start, end: Math.min(ids.length, start + MOST) };
}
