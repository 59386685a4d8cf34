import { findForbidden } from '@dingben/kernel';
import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { Param, createParamDecorator, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { notFound } from '../platform/http/problem.js';
import { printedMark } from './printed-mark.js';

/** An address that can name nothing is as unknown as one that names nothing: the caller learns no form from the answer. */
class KnownForm<T> implements PipeTransform<string, T> {
  readonly #subject: string;
  readonly #read: (value: string) => T | null;

  constructor(subject: string, read: (value: string) => T | null) {
    this.#subject = subject;
    this.#read = read;
  }

  transform(value: string): T {
    const known = this.#read(value);
    if (known === null) throw notFound(this.#subject);
    return known;
  }
}

const MOST_NAME = 100;

function name(value: string): string | null {
  return value.length <= MOST_NAME && findForbidden(value) === null ? value : null;
}

function isProvision(value: string): value is ProvisionKey {
  return (PROVISION_KEYS as readonly string[]).includes(value);
}

/** The code of a standard or an entry. */
export function NameParam(param: string): ParameterDecorator {
  return Param(param, new KnownForm(param === 'entry' ? 'entry' : 'publication', name));
}

const readNumber = createParamDecorator((param: string, context: ExecutionContext): number => {
  // Read here, because a pipe gets what was made a number already: `01` would be a second address of 1.
  const { params } = context.switchToHttp().getRequest<{ params: Readonly<Record<string, string>> }>();
  const value = params[param] ?? '';
  if (!/^[1-9]\d{0,8}$/.test(value)) throw notFound('publication');
  return Number(value);
});

/** The number of a publication: 1, 2, 3 …, in one spelling only, so that there is one address. */
export function NumberParam(param: string): ParameterDecorator {
  return (target, key, index) => {
    readNumber(param)(target, key, index);
    const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key !== undefined && method !== undefined) ApiParam({ name: param, type: 'integer' })(target, key, method);
  };
}

export function FormatParam(param: string): ParameterDecorator {
  return Param(param, new KnownForm('export', (value) => (/^[a-z0-9-]{1,20}$/.test(value) ? value : null)));
}

export function ProvisionParam(param: string): ParameterDecorator {
  return Param(param, new KnownForm('entry', (value) => (isProvision(value) ? value : null)));
}

/** A short code, or a hash or its beginning, of at least eight digits. */
export function MarkParam(param: string): ParameterDecorator {
  return Param(param, new KnownForm('publication', printedMark));
}
