import { checkRoles, type Role } from '@dingben/workflow';
import { ProblemError, notFound, stale } from '../../platform/http/problem.js';
import type { Account } from '../account.js';
import { toAccountDto } from '../account.mapper.js';

/** The roles in one order, or 422 with the reason why no account can hold them together. */
export function checkedRoles(roles: readonly string[]): Role[] {
  const checked = checkRoles(roles);
  if (!checked.ok) throw new ProblemError(422, checked.problem.code, { params: checked.problem.params });
  return [...checked.value].sort();
}

/** The account where it is there in this version, else 404 or 412. */
export function checkVersion(account: Account | null, version: number): Account {
  if (account === null) throw notFound('account');
  if (account.version !== version) throw stale(toAccountDto(account));
  return account;
}
