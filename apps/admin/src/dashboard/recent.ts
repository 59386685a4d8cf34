import type { Dashboard } from '../api/types.ts';

export type RecentAct = Dashboard['recent'][number];

/** One act, or the same act of the same person several times on end. */
export interface ToldAct {
  readonly act: RecentAct;
  readonly times: number;
}

/** What was done on end to one thing: an amendment, or an edition itself. */
export interface Told {
  readonly amendment: RecentAct['amendment'];
  readonly edition: RecentAct['edition'];
  readonly acts: readonly ToldAct[];
}

/** Names each thing once, however much was done to it on end; latest first, as the acts come. */
export function toldTogether(acts: readonly RecentAct[]): Told[] {
  const told: { amendment: Told['amendment']; edition: Told['edition']; acts: ToldAct[] }[] = [];
  for (const act of acts) {
    const { amendment, edition } = act;
    const last = told.at(-1);
    if (last === undefined || thingOf(last) !== thingOf(act))
      told.push({ amendment, edition, acts: [{ act, times: 1 }] });
    else addTo(last.acts, act);
  }
  return told;
}

function thingOf({ amendment, edition }: Pick<RecentAct, 'amendment' | 'edition'>): string {
  return amendment?.id ?? edition.id;
}

function addTo(acts: ToldAct[], act: RecentAct): void {
  const last = acts.at(-1);
  const isSame = last?.act.action === act.action && last.act.actor?.id === act.actor?.id;
  // What somebody said is told each time.
  if (last !== undefined && isSame && !hasComment(last.act) && !hasComment(act))
    acts[acts.length - 1] = { ...last, times: last.times + 1 };
  else acts.push({ act, times: 1 });
}

function hasComment({ comment }: RecentAct): boolean {
  return comment !== null && comment !== '';
}
