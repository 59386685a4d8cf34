/**
 * Joins the questions of requests that arrive together into one query. A question waits for the end of the query that
 * is under way and goes with the next, so an answer is never older than its question.
 */
export class Batch<A> {
  #waiting = new Map<string, ((answer: A | undefined) => void)[]>();
  #failing: ((error: unknown) => void)[] = [];
  #busy = false;

  /**
   * @param ask answers many keys at once; a key that it leaves out has no answer.
   * @param pause how long a question may wait for others, in milliseconds; none where somebody waits for its answer.
   */
  constructor(
    private readonly ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, A>>,
    private readonly pause = 0,
  ) {}

  get(key: string): Promise<A | undefined> {
    return new Promise((resolve, reject) => {
      const others = this.#waiting.get(key);
      if (others === undefined) this.#waiting.set(key, [resolve]);
      else others.push(resolve);
      this.#failing.push(reject);
      if (!this.#busy) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.size > 0) {
      // Whatever else arrives in the pause, or at least in this turn of the event loop, goes along.
      await new Promise((next) => (this.pause === 0 ? setImmediate(next) : setTimeout(next, this.pause)));
      const waiting = this.#waiting;
      const failing = this.#failing;
      this.#waiting = new Map();
      this.#failing = [];
      try {
        const answers = await this.ask([...waiting.keys()]);
        for (const [key, resolves] of waiting) for (const resolve of resolves) resolve(answers.get(key));
      } catch (error) {
        for (const reject of failing) reject(error);
      }
    }
    this.#busy = false;
  }
}
