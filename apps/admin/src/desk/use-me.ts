import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../api/queries.ts';
import type { Me, Permission } from '../api/types.ts';

/** The person at the desk; null until known. */
export function useMe(): Me | null {
  return useQuery(meQuery()).data ?? null;
}

/** Whether the person has a right. What they may do to one thing comes with it as `allowedEvents`. */
export function useRight(permission: Permission): boolean {
  return useMe()?.permissions.includes(permission) ?? false;
}
