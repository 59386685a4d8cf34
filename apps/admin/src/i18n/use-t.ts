import { useCallback } from 'react';
import { useTranslate } from 'ra-core';
import type { ProblemDocument, FieldProblem } from '../api/problem.ts';
import type { Params } from '../api/types.ts';
import type { Messages } from './zh.ts';
import { zh } from './zh.ts';

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

export type MessageKey = Leaves<Omit<Messages, 'ra'>>;
export type T = (key: MessageKey, params?: Params) => string;

/** Catalogues whose keys are codes that travel from the API. */
export type Vocabulary = {
  [K in keyof Messages]: Messages[K] extends Record<string, string> ? K : never;
}[keyof Messages];

/** The sentence of a key; keys are checked by the compiler. */
export function useT(): T {
  const translate = useTranslate();
  return useCallback((key, params = {}) => translate(key, counted(params)), [translate]);
}

/** Lets a sentence read otherwise of one than of many: its forms stand in the catalogue, parted by `||||`. */
function counted(params: Params): Params {
  const { count } = params;
  return count === undefined ? params : { smart_count: Number(count) === 1 ? 1 : 2, ...params };
}

/** The word for a code of a vocabulary; a code that is not in it gives `fallback`, never itself. */
export function useWord(): (vocabulary: keyof Messages, code: string, fallback?: string) => string {
  const translate = useTranslate();
  return useCallback(
    (vocabulary, code, fallback = '—') => (hasCode(vocabulary, code) ? translate(`${vocabulary}.${code}`) : fallback),
    [translate],
  );
}

function hasCode(vocabulary: keyof Messages, code: string): boolean {
  return Object.hasOwn(zh[vocabulary], code);
}

/** Parameters that are codes themselves, and where their words are: the sentence about an amendment says its state in words. */
function vocabularyOf(param: string, problemCode: string): keyof Messages | null {
  const amendment = problemCode.startsWith('amendment.');
  if (param === 'state') return amendment ? 'amendmentState' : 'editionState';
  if (param === 'event') return amendment ? 'amendmentEvent' : 'editionEvent';
  if (param === 'role') return 'role';
  return null;
}

/** The sentence of a refusal, in the person's language. Codes are never shown. */
export function useSentence(): (problem: Pick<ProblemDocument, 'code' | 'params'> | FieldProblem) => string {
  const translate = useTranslate();
  const word = useWord();
  return useCallback(
    ({ code, params = {} }) => {
      const known = hasCode('problem', code) ? code : code.endsWith('.not-found') ? 'request.not-found' : 'unknown';
      const spoken = Object.entries(params).map(([name, value]): readonly [string, unknown] => {
        const vocabulary = vocabularyOf(name, code);
        return [name, vocabulary === null ? value : word(vocabulary, String(value), String(value))];
      });
      const offset = params['offset'];
      const position = typeof offset === 'number' ? { position: offset + 1 } : {};
      return translate(`problem.${known}`, counted({ ...Object.fromEntries<unknown>(spoken), ...position }));
    },
    [translate, word],
  );
}
