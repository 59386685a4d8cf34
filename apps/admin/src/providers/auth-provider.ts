import type { QueryClient } from '@tanstack/react-query';
import type { AuthProvider } from 'ra-core';
import { send } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { meQuery } from '../api/queries.ts';
import type { Me, Permission } from '../api/types.ts';

/** Which right opens which resource of the desk; what is not named here needs `standard.read`. */
const RIGHT_OF: Readonly<Record<string, Permission>> = {
  ledger: 'ledger.read',
  accounts: 'account.manage',
  imports: 'import.write',
};

export function mayOpen(me: Me, resource: string): boolean {
  return me.permissions.includes(RIGHT_OF[resource] ?? 'standard.read');
}

function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'session.missing';
}

/** Rights come with the session and are asked once; the API decides on every request all the same. */
export function deskAuthProvider(queries: QueryClient): AuthProvider {
  const me = () => queries.query(meQuery());
  return {
    login: async ({ username, password }: { username: string; password: string }) => {
      const { value } = await send<Me>({ method: 'POST', path: '/session', body: { username, password } });
      queries.clear();
      queries.setQueryData(meQuery().queryKey, value);
    },
    logout: async () => {
      // react-admin also calls this for a visitor who was never signed in.
      if (queries.getQueryData(meQuery().queryKey) === undefined) return;
      await send({ method: 'DELETE', path: '/session' }).catch(() => null);
      queries.clear();
    },
    checkAuth: async () => {
      try {
        await me();
      } catch (error) {
        // No answer is not a lost session: the shell says what it is, instead of a sign-in that cannot succeed.
        if (isSignedOut(error)) throw error;
      }
    },
    checkError: (error: unknown) =>
      isSignedOut(error) ? Promise.reject(new Error('session.missing')) : Promise.resolve(),
    getIdentity: async () => {
      const { id, name } = await me();
      return { id, fullName: name };
    },
    getPermissions: async () => (await me()).permissions,
    canAccess: async ({ resource }) => mayOpen(await me(), resource),
  };
}
