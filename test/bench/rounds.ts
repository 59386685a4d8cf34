/** The middle value; the mean of the middle two where there is an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export interface Paired {
  readonly ours: number;
  readonly theirs: number;
  /** Median of the rounds' own ratios ours/theirs: what disturbs the machine disturbs both sides of a round. */
  readonly ratio: number;
  readonly rounds: readonly { readonly ours: number; readonly theirs: number }[];
}

/** Measures two sides in turn, each round in the other order, after one round that does not count. */
export async function paired(
  rounds: number,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
): Promise<Paired> {
  await ours();
  await theirs();
  const seen: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const first = await ours();
      seen.push({ ours: first, theirs: await theirs() });
    } else {
      const first = await theirs();
      seen.push({ ours: await ours(), theirs: first });
    }
  }
  return {
    ours: median(seen.map((round) => round.ours)),
    theirs: median(seen.map((round) => round.theirs)),
    ratio: median(seen.map((round) => round.ours / round.theirs)),
    rounds: seen,
  };
}

/** Milliseconds of processor time that one run takes, whoever else is busy on the machine; collecting its garbage included. */
export function spent(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Milliseconds that one run takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
