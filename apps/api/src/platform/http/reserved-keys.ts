import { ProblemError } from './problem.js';

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys that mean something to JavaScript objects, so that the validator of unknown keys does not see them. */
export function isReservedKey(key: string): boolean {
  return RESERVED.has(key);
}

/** 400 for a key that nobody reads. */
export function unknownField(key: string): ProblemError {
  // Defined, not assigned: the key may be `__proto__`.
  const errors = Object.defineProperty({}, key, { value: { code: 'field.unknown' }, enumerable: true });
  return new ProblemError(400, 'request.invalid', { errors });
}
