import { agencyKeyOf } from '@dingben/registry';
import { ProblemError, conflict, type FieldProblem } from '../../platform/http/problem.js';
import { textProblem } from '../../platform/http/stored-text.js';
import type { AgencyRow } from './agencies.repository.js';
import { LONGEST_NAME } from './dto/agency-input.dto.js';

/** Refuses with 422 names that cannot be stored, each under its place: `from.0`. */
export function checkNames(lists: Readonly<Record<string, readonly string[]>>): void {
  const errors: Record<string, FieldProblem> = {};
  for (const [field, names] of Object.entries(lists)) {
    names.forEach((name, index) => {
      const problem = textProblem(name, { min: 1, max: LONGEST_NAME });
      if (problem !== null) errors[`${field}.${index}`] = problem;
    });
  }
  if (Object.keys(errors).length > 0) throw new ProblemError(422, 'request.invalid', { errors });
}

/** Refuses with 409 an alias that another agency is called by. */
export function checkAliases(id: string, aliases: readonly string[], rows: readonly AgencyRow[]): void {
  const keys = aliases.map(agencyKeyOf);
  for (const row of rows) {
    if (row.id === id) continue;
    const taken = [row.name, ...row.aliases].some((name) => keys.includes(agencyKeyOf(name)));
    if (taken) throw conflict('agency.name-taken', { name: row.name });
  }
}

/** The registered agency that is called by a name. */
export function agencyNamed(name: string, rows: readonly AgencyRow[]): AgencyRow | undefined {
  return rows.find((row) => [row.name, ...row.aliases].some((one) => agencyKeyOf(one) === agencyKeyOf(name)));
}
