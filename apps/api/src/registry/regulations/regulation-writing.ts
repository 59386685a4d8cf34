import { LONGEST, contentFlaw, keysOf, type RegulationContent } from '@dingben/registry';
import { ProblemError, conflict, invalidField, notFound, type FieldProblem } from '../../platform/http/problem.js';
import { textProblem } from '../../platform/http/stored-text.js';
import type { RegulationRow, RegulationState } from './regulations.repository.js';

/** Refuses with 422 texts that cannot be stored, or facts that contradict each other. */
export function checkContent(content: RegulationContent): void {
  const errors: Record<string, FieldProblem> = {};
  content.numbers.forEach((number, index) => {
    const problem = textProblem(number, { min: 1, max: LONGEST.number });
    if (problem !== null) errors[`numbers.${index}`] = problem;
  });
  if (Object.keys(errors).length > 0) throw new ProblemError(422, 'request.invalid', { errors });
  const flaw = contentFlaw(content);
  if (flaw === 'regulation.dates-disordered') throw invalidField('repealedOn', 'regulation.dates-disordered');
  if (flaw === 'regulation.repealed-on-unfit') throw invalidField('repealedOn', 'regulation.repealed-on-unfit');
}

/** Refuses with 409 a number, or a title with its date, that another standing row has. */
export function checkIsAnother(id: string | null, content: RegulationContent, rows: readonly RegulationRow[]): void {
  const keys = keysOf(content);
  for (const row of rows) {
    if (row.id === id || row.mergedIntoId !== null) continue;
    const other = keysOf(row);
    if (other.numbers.some((number) => keys.numbers.includes(number))) {
      throw conflict('regulation.number-taken', { title: row.title });
    }
    const bare = keys.numbers.length === 0 && other.numbers.length === 0;
    if (bare && other.title === keys.title && row.issuedOn === content.issuedOn) {
      throw conflict('regulation.exists', { title: row.title });
    }
  }
}

/** Refuses a successor that is not there (404), was merged away, or leads back to the regulation itself (409). */
export function checkSuccessor(id: string | null, successorId: string | null, rows: readonly RegulationRow[]): void {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const seen = new Set<string>();
  for (let next = successorId; next !== null && !seen.has(next); next = byId.get(next)?.successorId ?? null) {
    if (next === id) throw conflict('regulation.successor-circular');
    seen.add(next);
  }
  if (successorId === null) return;
  const successor = byId.get(successorId);
  if (successor === undefined) throw notFound('regulation');
  if (successor.mergedIntoId !== null) throw conflict('regulation.merged');
}

/** The fields that differ, before and after, as the record keeps them; null where nothing does. */
export function differenceOf(
  before: RegulationState,
  after: RegulationState,
): { readonly before: Partial<RegulationState>; readonly after: Partial<RegulationState> } | null {
  const fields = Object.keys(after) as (keyof RegulationState)[]; // both have the keys of a state and no other
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  if (changed.length === 0) return null;
  const pick = (state: RegulationState): Partial<RegulationState> =>
    Object.fromEntries(changed.map((field) => [field, state[field]]));
  return { before: pick(before), after: pick(after) };
}

/** What a body says: a key that is absent stands in its class as undefined. */
export function given<T extends object>(input: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const said = Object.entries(input).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]?: Exclude<T[K], undefined> }; // the keys are T's
}
