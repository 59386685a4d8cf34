import { Param, type PipeTransform } from '@nestjs/common';
import { ProblemError } from './problem.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const FINGERPRINT = /^[0-9a-f]{64}$/;

export function isUuid(value: string): boolean {
  return UUID.test(value);
}

class UuidPipe implements PipeTransform<string, string> {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  transform(value: string): string {
    const id = value.toLowerCase();
    if (isUuid(id)) return id;
    throw new ProblemError(400, 'request.invalid', { errors: { [this.#name]: { code: 'field.format' } } });
  }
}

class IntegerPipe implements PipeTransform<string, number> {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  transform(value: string): number {
    if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
    throw new ProblemError(400, 'request.invalid', { errors: { [this.#name]: { code: 'field.format' } } });
  }
}

class RowPipe implements PipeTransform<string, string> {
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  transform(value: string): string {
    const id = value.toLowerCase();
    if (isUuid(id) || FINGERPRINT.test(id)) return id;
    throw new ProblemError(400, 'request.invalid', { errors: { [this.#name]: { code: 'field.format' } } });
  }
}

/** A path parameter that is a UUID, in lower case; anything else is 400. */
export function UuidParam(name: string): ParameterDecorator {
  return Param(name, new UuidPipe(name));
}

/** A path parameter that is a UUID, or the fingerprint of the key of something that has no row; anything else is 400. */
export function RowParam(name: string): ParameterDecorator {
  return Param(name, new RowPipe(name));
}

/** A path parameter that is a whole number from 1; anything else is 400. */
export function IntegerParam(name: string): ParameterDecorator {
  return Param(name, new IntegerPipe(name));
}
