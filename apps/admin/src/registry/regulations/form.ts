import type { Regulation, RegulationRef, RegulationStatus } from '../../api/types.ts';

/** What a form about a regulation holds: texts as typed, a number a line. */
export interface RegulationInput {
  readonly title: string;
  readonly numbers: string;
  readonly issuer: string;
  readonly level: string;
  readonly issuedOn: string;
  readonly effectiveOn: string;
  readonly repealedOn: string;
  readonly status: RegulationStatus;
  readonly source: string;
  readonly successor: RegulationRef | null;
  readonly comment: string;
}

export function inputOf(regulation: Regulation | null): RegulationInput {
  return {
    title: regulation?.title ?? '',
    numbers: (regulation?.numbers ?? []).join('\n'),
    issuer: regulation?.issuer ?? '',
    level: regulation?.level ?? '',
    issuedOn: regulation?.issuedOn ?? '',
    effectiveOn: regulation?.effectiveOn ?? '',
    repealedOn: regulation?.repealedOn ?? '',
    status: regulation?.status ?? 'in-force',
    source: regulation?.source ?? '',
    successor: regulation?.successor ?? null,
    comment: '',
  };
}

/** The body of a command: an empty field is one that is not known. */
export function bodyOf(input: RegulationInput): Record<string, unknown> {
  const { title, numbers, status, successor, comment, ...optional } = input;
  const texts = Object.entries(optional).map(([name, text]): [string, string | null] => [
    name,
    text.trim() === '' ? null : text,
  ]);
  return {
    title,
    numbers: numbers.split('\n').filter((number) => number.trim() !== ''),
    ...Object.fromEntries<unknown>(texts),
    // What is in force or amended has not ended.
    ...(hasEnded(status) ? {} : { repealedOn: null }),
    status,
    successorId: status === 'in-force' ? null : (successor?.id ?? null),
    ...(comment.trim() === '' ? {} : { comment }),
  };
}

export function hasEnded(status: RegulationStatus): boolean {
  return status === 'repealed' || status === 'expired';
}
