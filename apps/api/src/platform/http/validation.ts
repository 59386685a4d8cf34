import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { ProblemError, type FieldProblem } from './problem.js';
import { STORED_TEXT, textProblem, type StoredTextOptions } from './stored-text.js';

/** The one pipe of the service: unknown keys are refused, nothing is converted unless a field says so. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false, exposeDefaultValues: true, exposeUnsetFields: false },
    validationError: { target: false, value: true },
    stopAtFirstError: false,
    exceptionFactory: (errors) => toProblem(errors),
  });
}

/** 422 where the only fault is in the characters of a text, else 400. */
export function toProblem(errors: readonly ValidationError[]): ProblemError {
  const fields: Record<string, FieldProblem> = {};
  collect(errors, '', fields);
  if (Object.keys(fields).length === 0) return new ProblemError(400, 'request.invalid');
  const onlyText = Object.values(fields).every(({ code }) => code === 'field.forbidden-code-point');
  return new ProblemError(onlyText ? 422 : 400, 'request.invalid', { errors: fields });
}

function collect(errors: readonly ValidationError[], prefix: string, into: Record<string, FieldProblem>): void {
  for (const error of errors) {
    const path = prefix === '' ? error.property : `${prefix}.${error.property}`;
    const problem = fieldProblem(error);
    // A key that came from outside may be `__proto__`, which an assignment would swallow.
    if (problem !== null) Object.defineProperty(into, path, { value: problem, enumerable: true, configurable: true });
    if (error.children !== undefined && error.children.length > 0) collect(error.children, path, into);
  }
}

const CODES: readonly (readonly [code: string, constraints: readonly string[]])[] = [
  ['field.unknown', ['whitelistValidation']],
  ['field.missing', ['isDefined', 'isNotEmpty']],
  [
    'field.type',
    ['isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isObject', 'nestedValidation', 'unknownValue'],
  ],
  ['field.too-long', ['maxLength', 'arrayMaxSize', 'isLength']],
  ['field.too-short', ['minLength', 'arrayMinSize', 'arrayNotEmpty']],
  ['field.not-allowed', ['isIn', 'isEnum', 'min', 'max', 'arrayUnique']],
];

function fieldProblem(error: ValidationError): FieldProblem | null {
  const names = Object.keys(error.constraints ?? {});
  if (names.length === 0) return null;
  if (names.includes('whitelistValidation')) return { code: 'field.unknown' };
  const value: unknown = error.value;
  if (value === undefined) return { code: 'field.missing' };
  if (names.includes(STORED_TEXT)) {
    const options = storedTextOptions(error);
    return (options && textProblem(value, options)) ?? { code: 'field.type' };
  }
  const known = CODES.find(([, constraints]) => constraints.some((name) => names.includes(name)));
  return { code: known?.[0] ?? 'field.format' };
}

function storedTextOptions(error: ValidationError): StoredTextOptions | undefined {
  // class-validator types contexts as any; the decorator in stored-text.ts is what put this one there.
  const contexts = error.contexts as Record<string, { storedText?: StoredTextOptions }> | undefined;
  return contexts?.[STORED_TEXT]?.storedText;
}
