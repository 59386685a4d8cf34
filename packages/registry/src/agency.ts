import { ok, refuse, type Problem, type Result } from '@dingben/kernel';
import { agencyKey } from '@dingben/references';

/** 更名, 合并, 分设. */
export const SUCCESSION_KINDS = ['rename', 'merge', 'split'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** What becomes of agencies on a day, by their names. */
export interface Succession {
  readonly kind: SuccessionKind;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface SuccessionPlan {
  /** Names of those that end. One that is also a successor goes on. */
  readonly ending: readonly string[];
  /** Who takes whose place. */
  readonly pairs: readonly { readonly from: string; readonly to: string }[];
}

export type SuccessionCode = 'agency.succession-shape' | 'agency.name-repeated' | 'agency.ended';

/** By what an agency is recognised, whatever way its name is written. */
export function agencyKeyOf(name: string): string {
  return agencyKey(name);
}

/**
 * Who ends and who follows. A rename has one on either side, a merger several before, a split several after; an agency may
 * outlive its merger or split under its own name, never its rename.
 *
 * @param ended keys of agencies that have ended already, which neither end again nor follow anybody.
 */
export function planSuccession(
  { kind, from, to }: Succession,
  ended: ReadonlySet<string>,
): Result<SuccessionPlan, Problem<SuccessionCode>> {
  const [before, after] = [from.map(agencyKeyOf), to.map(agencyKeyOf)];
  if (new Set(before).size < before.length || new Set(after).size < after.length) return refuse('agency.name-repeated');
  if (!hasShape(kind, before, after)) return refuse('agency.succession-shape', { kind });
  const gone = [...from, ...to].find((name) => ended.has(agencyKeyOf(name)));
  if (gone !== undefined) return refuse('agency.ended', { name: gone });
  const ending = from.filter((name) => !after.includes(agencyKeyOf(name)));
  const following = (name: string): string[] => to.filter((other) => agencyKeyOf(other) !== agencyKeyOf(name));
  return ok({ ending, pairs: from.flatMap((name) => following(name).map((other) => ({ from: name, to: other }))) });
}

function hasShape(kind: SuccessionKind, before: readonly string[], after: readonly string[]): boolean {
  if (kind === 'rename') return before.length === 1 && after.length === 1 && before[0] !== after[0];
  return kind === 'merge' ? before.length > 1 && after.length === 1 : before.length === 1 && after.length > 1;
}
