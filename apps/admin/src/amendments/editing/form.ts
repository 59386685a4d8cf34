import { findForbidden } from '@dingben/kernel';
import { PROVISION_KEYS } from '@dingben/outline';
import type { RevisionText } from '../../api/amendment-types.ts';
import type { FieldProblem, ProblemDocument } from '../../api/problem.ts';
import type { ProvisionKey, Provisions } from '../../api/types.ts';

export type FieldName = 'title' | ProvisionKey;

/** The text of an entry in a form. `provisions` is null for a service that has items. */
export interface EntryText {
  readonly title: string;
  readonly provisions: Provisions | null;
}

export const EMPTY_PROVISIONS: Provisions = { targetGroup: '', content: '', standard: '', funding: '', leadAgency: '' };

/** What an added entry starts from. */
export const NOTHING: EntryText = { title: '', provisions: EMPTY_PROVISIONS };

export function textOf(revision: Omit<RevisionText, 'revisionId'>): EntryText {
  return { title: revision.title, provisions: revision.provisions };
}

export function fieldsOf(text: EntryText): readonly FieldName[] {
  return text.provisions === null ? ['title'] : ['title', ...PROVISION_KEYS];
}

export function valueOf(text: EntryText, field: FieldName): string {
  return field === 'title' ? text.title : (text.provisions?.[field] ?? '');
}

/** The text with one field replaced. Nothing is trimmed: stored text is exact. */
export function withValue(text: EntryText, field: FieldName, value: string): EntryText {
  if (field === 'title') return { ...text, title: value };
  return { ...text, provisions: { ...(text.provisions ?? EMPTY_PROVISIONS), [field]: value } };
}

export function sameText(a: EntryText, b: EntryText): boolean {
  return fieldsOf(a).every((field) => valueOf(a, field) === valueOf(b, field));
}

export interface ThreeWay {
  /** What both wrote: each field that only one of them changed as that one has it, the others as mine. */
  readonly text: EntryText;
  /** Changed by the other alone. */
  readonly taken: readonly FieldName[];
  /** Changed by both, and not alike. */
  readonly clashing: readonly FieldName[];
}

/** Two texts that were made of one. */
export function threeWay(base: EntryText, mine: EntryText, theirs: EntryText): ThreeWay {
  const differing = fieldsOf(mine).filter((field) => valueOf(mine, field) !== valueOf(theirs, field));
  const isMine = (field: FieldName) => valueOf(mine, field) !== valueOf(base, field);
  const taken = differing.filter((field) => !isMine(field));
  const clashing = differing.filter((field) => isMine(field) && valueOf(theirs, field) !== valueOf(base, field));
  const text = taken.reduce((now, field) => withValue(now, field, valueOf(theirs, field)), mine);
  return { text, taken, clashing };
}

/** What stands against a field: what the API said of it, else a character that it would refuse. */
export function fieldProblem(problem: ProblemDocument | null, field: FieldName, value: string): FieldProblem | null {
  const forbidden = findForbidden(value);
  if (forbidden !== null) {
    const codePoint = `U+${forbidden.codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    return { code: 'field.forbidden-code-point', params: { offset: forbidden.offset, codePoint } };
  }
  return problem?.errors?.[field] ?? problem?.errors?.[`provisions.${field}`] ?? null;
}
