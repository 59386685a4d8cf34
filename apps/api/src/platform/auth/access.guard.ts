import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import { permissionsOf, type Permission, type Role } from '@dingben/workflow';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem.js';
import { keyHeader } from '../http/idempotency-key.js';
import { isReservedKey, unknownField } from '../http/reserved-keys.js';
import { ACCESS, type Access } from './access.js';
import { checkSameSite } from './same-site.js';
import { Sessions, tokenOf } from './sessions.js';

/** `RouteParamtypes.QUERY` of Nest, which does not export it. */
const QUERY_PARAMETER = '4';

interface Handler {
  readonly access: Access | undefined;
  readonly takesQuery: boolean;
}

/**
 * Stands before every handler: refuses whatever does not say who may call it, requests from other sites, strangers,
 * persons without the right, and query strings that nobody reads.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #sessions: Sessions;
  readonly #handlers = new WeakMap<object, Handler>();
  readonly #rights = new Map<string, ReadonlySet<Permission>>();

  constructor(reflector: Reflector, sessions: Sessions) {
    this.#reflector = reflector;
    this.#sessions = sessions;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { access, takesQuery } = this.#handlerOf(context);
    if (access === undefined) throw new ProblemError(403, 'right.missing');
    checkSameSite(request);
    if (access.kind !== 'public') await this.#admit(request, access);
    checkQuery(request, takesQuery);
    return true;
  }

  async #admit(request: FastifyRequest, access: Access): Promise<void> {
    const token = tokenOf(request.headers.cookie);
    const admitted = token === null ? null : await this.#sessions.find(token, request.id, keyHeader(request));
    if (admitted === null) throw new ProblemError(401, 'session.missing');
    const { actor } = admitted;
    request.actor = actor;
    request.spentKey = admitted.spentKey;
    if (access.kind === 'right' && !access.anyOf.some((right) => this.#rightsOf(actor.roles).has(right))) {
      throw new ProblemError(403, 'right.missing');
    }
  }

  #handlerOf(context: ExecutionContext): Handler {
    const method = context.getHandler();
    const known = this.#handlers.get(method);
    if (known !== undefined) return known;
    const controller = context.getClass();
    const handler = {
      access: this.#reflector.getAllAndOverride<Access | undefined>(ACCESS, [method, controller]),
      takesQuery: takesQuery(controller, method.name),
    };
    this.#handlers.set(method, handler);
    return handler;
  }

  #rightsOf(roles: readonly Role[]): ReadonlySet<Permission> {
    const key = roles.join();
    const known = this.#rights.get(key);
    if (known !== undefined) return known;
    const rights = new Set(permissionsOf(roles));
    this.#rights.set(key, rights);
    return rights;
  }
}

function takesQuery(controller: object, method: string): boolean {
  // Nest keeps a handler's parameters under `<kind>:<index>`.
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method);
  return Object.keys(parameters ?? {}).some((key) => key.startsWith(`${QUERY_PARAMETER}:`));
}

function checkQuery(request: FastifyRequest, takesQuery: boolean): void {
  if (!request.url.includes('?')) return;
  const name = Object.keys(request.query ?? {}).find((key) => !takesQuery || isReservedKey(key));
  if (name !== undefined) throw unknownField(name);
}
