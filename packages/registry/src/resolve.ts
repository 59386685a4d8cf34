import { regulationKeys } from '@dingben/references';
import { keysOf, type Regulation } from './regulation.ts';

/** How a text names a regulation: by title and number, or by either alone. */
export interface Cited {
  readonly title?: string | undefined;
  readonly number?: string | undefined;
}

export type CitedBy = 'number' | 'title';

/** What a citation means: a registered regulation, or one that is known from citations alone, by its key. */
export interface Resolved {
  readonly by: CitedBy;
  /** Id of the registered regulation that stands for it; null where none does. */
  readonly regulationId: string | null;
  /** Key of what nobody has registered yet: its number's, or its title's where no text gives a number. */
  readonly key: string;
}

/** A regulation that texts cite and nobody has registered. */
export interface Unregistered extends Cited {
  readonly key: string;
}

/**
 * Says of citations which regulation they mean. A number decides; a title alone means the regulation in force of that
 * title, or the newest where none is. Titles without number and the numbered citations of the same title are one
 * regulation, as long as only one number goes with the title.
 */
export class Resolver {
  readonly #roots: ReadonlyMap<string, string>;
  readonly #byNumber = new Map<string, string>();
  readonly #byTitle = new Map<string, Regulation>();
  readonly #unregistered = new Map<string, Unregistered>();
  /** Of titles that are cited with numbers that nobody registered: those numbers. */
  readonly #numbersOfTitle = new Map<string, Set<string>>();

  constructor(regulations: readonly Regulation[], cited: readonly Cited[]) {
    this.#roots = rootsOf(regulations);
    for (const regulation of regulations) this.#add(regulation);
    for (const one of cited) this.#note(one);
    for (const one of cited) this.#collect(one);
  }

  /** What is cited and not registered, in the order in which it was given first. */
  get unregistered(): readonly Unregistered[] {
    return [...this.#unregistered.values()];
  }

  /** The regulation that stands for this one after all merging; itself where it was not merged. */
  rootOf(id: string): string {
    return this.#roots.get(id) ?? id;
  }

  resolve({ title, number }: Cited): Resolved {
    const keys = regulationKeys({ title, number });
    if (keys.number !== null) {
      return { by: 'number', regulationId: this.#byNumber.get(keys.number) ?? null, key: keys.number };
    }
    const key = keys.title ?? '';
    const regulation = this.#byTitle.get(key);
    if (regulation !== undefined) return { by: 'title', regulationId: this.rootOf(regulation.id), key };
    const [only, second] = this.#numbersOfTitle.get(key) ?? [];
    return { by: 'title', regulationId: null, key: only !== undefined && second === undefined ? only : key };
  }

  #add(regulation: Regulation): void {
    const { title, numbers } = keysOf(regulation);
    for (const number of numbers) this.#byNumber.set(number, this.rootOf(regulation.id));
    const other = this.#byTitle.get(title);
    if (other === undefined || isAhead(regulation, other)) this.#byTitle.set(title, regulation);
  }

  #note({ title, number }: Cited): void {
    const keys = regulationKeys({ title, number });
    if (keys.number === null || keys.title === null || this.#byNumber.has(keys.number)) return;
    const numbers = this.#numbersOfTitle.get(keys.title) ?? new Set();
    this.#numbersOfTitle.set(keys.title, numbers.add(keys.number));
  }

  #collect(one: Cited): void {
    const { regulationId, key } = this.resolve(one);
    if (regulationId !== null) return;
    const known = this.#unregistered.get(key);
    // The first mention with both title and number says how it is written.
    if (known === undefined || (!isWhole(known) && isWhole(one))) this.#unregistered.set(key, { ...one, key });
  }
}

function isWhole({ title, number }: Cited): boolean {
  return title !== undefined && number !== undefined;
}

/** Of two of one title: in force before all else, then the later, then the later registered. */
function isAhead(one: Regulation, other: Regulation): boolean {
  const inForce = (regulation: Regulation): number => (regulation.status === 'in-force' ? 1 : 0);
  const date = ({ issuedOn, effectiveOn }: Regulation): string => issuedOn ?? effectiveOn ?? '';
  if (inForce(one) !== inForce(other)) return inForce(one) > inForce(other);
  return date(one) === date(other) ? one.id > other.id : date(one) > date(other);
}

function rootsOf(regulations: readonly Regulation[]): Map<string, string> {
  const into = new Map(regulations.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  const roots = new Map<string, string>();
  for (const { id } of regulations) {
    let root = id;
    for (let next = into.get(root) ?? null; next !== null; next = into.get(root) ?? null) root = next;
    roots.set(id, root);
  }
  return roots;
}
