import { PROVISION_KEYS, type ProvisionKey, type Provisions } from '@dingben/outline';
import { ratioOf, type QuantityAt } from './quantities.ts';
import { matchQuantities, shownContext } from './quantity-match.ts';

export { matchQuantities } from './quantity-match.ts';

export interface TableQuantity extends QuantityAt {
  readonly provision: ProvisionKey;
}

/** An entry with provisions, as one edition shows it. */
export interface TableEntry {
  readonly code: string;
  /** Equal hashes: equal texts and the same amounts. */
  readonly hash: string;
  readonly provisions: Provisions;
  /** In the order of the provisions, then of the text. */
  readonly quantities: readonly TableQuantity[];
}

export interface TableEdition {
  readonly entries: readonly TableEntry[];
}

/** An amount in one edition; `ratio` to the one before it, null where there is none or the two cannot be divided. */
export interface QuantityCell {
  /** As the provision has it. */
  readonly text: string;
  /** Null for a date. */
  readonly value: number | null;
  /** The end of a range. */
  readonly upper: number | null;
  /** Of the same, counted for the same, over the same time. */
  readonly ratio: number | null;
  /** Another amount than the one before it. */
  readonly changed: boolean;
}

/** One amount through all editions: null where an edition lacks it. */
export interface QuantityRow {
  readonly code: string;
  readonly provision: ProvisionKey;
  readonly unit: string;
  /** What stands around it in the latest edition that has it. */
  readonly context: { readonly before: string; readonly after: string };
  readonly cells: readonly (QuantityCell | null)[];
}

interface Link {
  readonly edition: number;
  readonly entry: TableEntry;
  readonly quantity: TableQuantity;
}

/**
 * Every amount of a standard through its editions. Amounts are known again by service, provision and the words around them; one that is
 * not known again ends its row, and another one begins. Rows stand in the order of the latest edition that has their entry.
 *
 * @param editions in their order in time.
 */
export function quantityTable(editions: readonly TableEdition[]): QuantityRow[] {
  const byCode = new Map<string, (TableEntry | null)[]>();
  // The latest edition gives the order; what only earlier ones have comes behind it.
  for (const [index, { entries }] of [...editions.entries()].reverse()) {
    for (const entry of entries) {
      const versions = byCode.get(entry.code) ?? editions.map(() => null);
      versions[index] = entry;
      byCode.set(entry.code, versions);
    }
  }
  return [...byCode.values()].flatMap((versions) =>
    PROVISION_KEYS.flatMap((key) => chainsOf(versions, key)).map((chain) => rowOf(chain, editions.length)),
  );
}

/** The amounts of one provision of one entry, each with where it stood before: in the order of the latest text. */
function chainsOf(versions: readonly (TableEntry | null)[], key: ProvisionKey): Link[][] {
  let open: Link[][] = [];
  const closed: Link[][] = [];
  let last: TableEntry | null = null;
  for (const [edition, entry] of versions.entries()) {
    if (entry === null) continue;
    const now = of(entry, key);
    const next: Link[][] = now.map(() => []);
    const matches = last === null ? [] : matched(last, entry, key);
    for (const [index, chain] of open.entries()) {
      const to = matches[index] ?? -1;
      if (to === -1) closed.push(chain);
      else next[to] = chain;
    }
    open = next.map((chain, index) => {
      const quantity = now[index];
      return quantity === undefined ? chain : [...chain, { edition, entry, quantity }];
    });
    last = entry;
  }
  return [...open, ...closed];
}

function matched(old: TableEntry, now: TableEntry, key: ProvisionKey): number[] {
  const olds = of(old, key);
  if (old.hash === now.hash) return olds.map((_, index) => index);
  return matchQuantities(old.provisions[key], now.provisions[key], olds, of(now, key));
}

function of({ quantities }: TableEntry, key: ProvisionKey): TableQuantity[] {
  return quantities.filter(({ provision }) => provision === key);
}

/** @param chain never empty: it was made of an amount. */
function rowOf(chain: readonly Link[], editions: number): QuantityRow {
  const last = chain.at(-1);
  if (last === undefined) throw new Error('a row of no amount');
  const { code, provisions } = last.entry;
  const { provision, data } = last.quantity;
  const cells: (QuantityCell | null)[] = Array.from({ length: editions }, () => null);
  let before: Link | null = null;
  for (const link of chain) {
    cells[link.edition] = cellOf(link, before);
    before = link;
  }
  const context = shownContext(provisions[provision], last.quantity);
  return { code, provision, unit: String(data['unit'] ?? ''), context, cells };
}

function cellOf({ entry, quantity }: Link, before: Link | null): QuantityCell {
  const { provision, start, end, data } = quantity;
  const { value, upper } = data;
  const isChanged = before !== null && saying(before.quantity) !== saying(quantity);
  return {
    text: entry.provisions[provision].slice(start, end),
    value: typeof value === 'number' ? value : null,
    upper: typeof upper === 'number' ? upper : null,
    ratio: isChanged ? ratioOf(before.quantity.data, data) : null,
    changed: isChanged,
  };
}

/** What makes two amounts the same one: another base is another amount. */
function saying({ data: { value, upper, unit, perWhom, perPeriod } }: QuantityAt): string {
  return [value, upper, unit, perWhom, perPeriod].join('|');
}
