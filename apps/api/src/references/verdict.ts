import type { Corrected, Verdict } from '@dingben/references';
import { corrected } from '@dingben/references';
import { invalidField } from '../platform/http/problem.js';
import type { CorrectReference } from './dto/correction.dto.js';

/** What the body makes of a reference. 422 where the verdict does not go with its kind, or lacks what it says. */
export function decided(reference: Corrected, body: CorrectReference): Corrected | null {
  const to = corrected(reference, verdictOf(body));
  if (to !== undefined) return to;
  if (body.verdict === 'regulation' && reference.kind !== 'quantity') throw invalidField('title', 'field.missing');
  throw invalidField('verdict', 'field.not-allowed');
}

function verdictOf({ verdict, title, number, value, unit, ...rest }: CorrectReference): Verdict {
  if (verdict === 'regulation') return { verdict, title, number };
  if (verdict !== 'quantity') return { verdict };
  if (value === undefined) throw invalidField('value', 'field.missing');
  if (unit === undefined) throw invalidField('unit', 'field.missing');
  const { upper, comparator, perWhom, perPeriod } = rest;
  if (upper !== undefined && upper < value) throw invalidField('upper', 'field.not-allowed');
  return { verdict, value, unit, upper, comparator, perWhom, perPeriod };
}
