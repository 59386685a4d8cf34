import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiCookieAuth, ApiExtension } from '@nestjs/swagger';
import type { Permission } from '@dingben/workflow';

export const ACCESS = 'dingben:access';

/** Who may call a handler. A handler without one is refused to everybody. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'right'; readonly anyOf: readonly Permission[] };

function access(value: Access): MethodDecorator & ClassDecorator {
  return SetMetadata(ACCESS, value);
}

/** Anybody, without a session. */
export function Public(): MethodDecorator & ClassDecorator {
  return applyDecorators(access({ kind: 'public' }), ApiExtension('x-access', 'public'));
}

/** Any signed-in person, whatever the roles. */
export function SignedIn(): MethodDecorator & ClassDecorator {
  return applyDecorators(access({ kind: 'signed-in' }), ApiCookieAuth(), ApiExtension('x-access', 'signed-in'));
}

/** A signed-in person who has at least one of these rights. */
export function Requires(...anyOf: [Permission, ...Permission[]]): MethodDecorator & ClassDecorator {
  return applyDecorators(access({ kind: 'right', anyOf }), ApiCookieAuth(), ApiExtension('x-access', anyOf));
}
