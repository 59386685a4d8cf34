/** A bounded store of what can always be made again: the longest unused goes first when the weights exceed the bound. */
export class Lru<V> {
  readonly #entries = new Map<string, { readonly value: V; readonly weight: number }>();
  #weight = 0;

  /** @param bound sum of weights kept; what a weight counts (bytes, entries) is the caller's choice. */
  constructor(private readonly bound: number) {}

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: V, weight: number): void {
    this.#drop(key);
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.bound) break;
      this.#drop(oldest);
    }
  }

  /**
   * Values by id: what is kept, and what is loaded of the rest and kept from then on. An id that `load` does not answer is left out.
   *
   * @param stamp names the state in which they are asked for, where they have more than one.
   */
  async through(
    ids: Iterable<string>,
    load: (missing: readonly string[]) => Promise<Iterable<readonly [string, V]>>,
    weightOf: (value: V) => number,
    stamp = '',
  ): Promise<Map<string, V>> {
    const keyOf = (id: string) => (stamp === '' ? id : `${stamp} ${id}`);
    const found = new Map<string, V>();
    const missing: string[] = [];
    for (const id of ids) {
      const kept = this.get(keyOf(id));
      if (kept === undefined) missing.push(id);
      else found.set(id, kept);
    }
    for (const [id, value] of missing.length === 0 ? [] : await load(missing)) {
      found.set(id, value);
      this.set(keyOf(id), value, weightOf(value));
    }
    return found;
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#weight -= entry.weight;
  }
}
