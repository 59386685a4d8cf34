import type { Regulation, RegulationStatus } from './regulation.ts';
import { Resolver } from './resolve.ts';

/** What of a regulation decides whether a text may go on citing it. */
export interface Standing<R> {
  readonly status: RegulationStatus;
  readonly successor: R | null;
}

/** How a text cites a regulation, as written or as `regulationKeys` gives it; null where it says nothing. */
export interface Mentioned {
  readonly title: string | null;
  readonly number: string | null;
}

/** What is registered of the regulations that are cited like this, in the order asked; null where nothing is. */
export function standingOf<R extends Regulation>(
  regulations: readonly R[],
  cited: readonly Mentioned[],
): (Standing<R> | null)[] {
  const byId = new Map(regulations.map((regulation) => [regulation.id, regulation]));
  const resolver = new Resolver(regulations, []);
  return cited.map(({ title, number }) => {
    const { regulationId } = resolver.resolve({ title: title ?? undefined, number: number ?? undefined });
    const found = byId.get(regulationId ?? '');
    if (found === undefined) return null;
    return { status: found.status, successor: byId.get(found.successorId ?? '') ?? null };
  });
}
