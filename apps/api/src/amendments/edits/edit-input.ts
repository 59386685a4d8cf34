import type { Provisions } from '@dingben/outline';
import { ProblemError, invalidField, type FieldProblem } from '../../platform/http/problem.js';
import type { Place } from '../model.js';
import type { SaveEditDto } from './dto/edit-input.dto.js';

export interface GivenText {
  readonly title: string;
  readonly provisions: Provisions | null;
}

const TEXT_FIELDS = ['title', 'provisions'] as const;
const PLACE_FIELDS = ['sectionKey', 'parentServiceId', 'afterServiceId'] as const;
/** Which fields go with which kind: every one of the first list, any of the second, none else. */
const FIELDS = {
  revise: { needs: ['serviceId', 'title', 'provisions', 'baseRevisionId'], takes: [] },
  add: { needs: ['sectionKey', 'title', 'provisions'], takes: ['parentServiceId', 'afterServiceId'] },
  remove: { needs: ['serviceId'], takes: [] },
  move: { needs: ['serviceId', 'sectionKey'], takes: ['parentServiceId', 'afterServiceId'] },
  text: { needs: TEXT_FIELDS, takes: [] },
  place: { needs: ['sectionKey'], takes: ['parentServiceId', 'afterServiceId'] },
} as const satisfies Record<string, { needs: readonly Field[]; takes: readonly Field[] }>;

type Field = 'serviceId' | 'baseRevisionId' | (typeof TEXT_FIELDS)[number] | (typeof PLACE_FIELDS)[number];
const ALL: readonly Field[] = ['serviceId', 'baseRevisionId', ...TEXT_FIELDS, ...PLACE_FIELDS];

/** Refuses with 400 a body that lacks a field of its kind or has one that its kind does not take. */
export function checkFields(form: keyof typeof FIELDS, input: Partial<Record<Field, unknown>>): void {
  const { needs, takes }: { needs: readonly Field[]; takes: readonly Field[] } = FIELDS[form];
  const errors: Record<string, FieldProblem> = {};
  for (const field of ALL) {
    const given = input[field] !== undefined;
    if (needs.includes(field) && !given) errors[field] = { code: 'field.missing' };
    if (!needs.includes(field) && !takes.includes(field) && given) errors[field] = { code: 'field.not-allowed' };
  }
  if (Object.keys(errors).length > 0) throw new ProblemError(400, 'request.invalid', { errors });
}

/** The text of a checked body. */
export function textOf({ title = '', provisions = null }: Pick<SaveEditDto, 'title' | 'provisions'>): GivenText {
  if (provisions === null) return { title, provisions };
  const { targetGroup, content, standard, funding, leadAgency } = provisions;
  return { title, provisions: { targetGroup, content, standard, funding, leadAgency } };
}

/** The place of a checked body. */
export function placeOf({ sectionKey = '', parentServiceId = null, afterServiceId = null }: SaveEditDto): Place {
  return {
    sectionKey: lower(sectionKey),
    parentServiceId: lower(parentServiceId),
    afterServiceId: lower(afterServiceId),
  };
}

/** Ids are compared as PostgreSQL writes them. */
export function lower<T extends string | null>(id: T): T {
  return (id === null ? null : id.toLowerCase()) as T; // a string stays a string, null stays null
}

/** Whether a body speaks of a place rather than of a text. */
export function isPlace(input: SaveEditDto): boolean {
  return PLACE_FIELDS.some((field) => input[field] !== undefined);
}

/** A text keeps the form of what it replaces: five provisions, or none for a service with items. */
export function checkForm(text: GivenText, leaf: boolean): void {
  if (leaf && text.provisions === null) throw invalidField('provisions', 'field.missing');
  if (!leaf && text.provisions !== null) throw invalidField('provisions', 'field.not-allowed');
}
