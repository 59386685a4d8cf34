import { findForbidden } from '@dingben/kernel';
import { ValidateBy, buildMessage, type ValidationOptions } from 'class-validator';
import type { FieldProblem } from './problem.js';

export interface StoredTextOptions {
  /** Most UTF-16 units. */
  readonly max: number;
  /** Fewest UTF-16 units; 0 unless told. */
  readonly min?: number;
}

export const STORED_TEXT = 'storedText';

/**
 * A text that is kept exactly as it came: never trimmed, never normalised. One that holds a forbidden code point is
 * refused (422) with its offset, because storing it would change in silence what a person reads.
 */
export function StoredText(options: StoredTextOptions, validation?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: STORED_TEXT,
      constraints: [options],
      validator: {
        validate: (value: unknown) => textProblem(value, options) === null,
        defaultMessage: buildMessage(() => STORED_TEXT),
      },
    },
    { ...validation, context: { storedText: options } },
  );
}

/** Why a value cannot be stored as this text, or null. */
export function textProblem(value: unknown, { max, min = 0 }: StoredTextOptions): FieldProblem | null {
  if (value === undefined) return { code: 'field.missing' };
  if (typeof value !== 'string') return { code: 'field.type', params: { type: 'string' } };
  if (value.length > max) return { code: 'field.too-long', params: { max } };
  const forbidden = findForbidden(value);
  if (forbidden !== null) {
    const codePoint = `U+${forbidden.codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    return { code: 'field.forbidden-code-point', params: { offset: forbidden.offset, codePoint } };
  }
  if (min > 0 && value.trim().length < min) return { code: 'field.too-short', params: { min } };
  return null;
}
