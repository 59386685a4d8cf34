/**
 * What a rule answers when it may refuse: a value, or a problem with a stable code.
 * Bugs are thrown; refusals that a caller can do something about are returned.
 */
export type Result<T, P = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

/** A refusal: the code travels, the sentence is looked up in the catalogues from `code` and `params`. */
export interface Problem<C extends string = string> {
  /** `namespace.subject`, e.g. `amendment.self-approval`; listed in docs/errors.md. */
  readonly code: C;
  /** Values for the sentence. */
  readonly params?: Readonly<Record<string, string | number | boolean | null>>;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refuse<C extends string>(
  code: C,
  params?: Problem['params'],
): { readonly ok: false; readonly problem: Problem<C> } {
  return { ok: false, problem: params === undefined ? { code } : { code, params } };
}
