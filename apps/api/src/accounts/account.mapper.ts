import { permissionsOf } from '@dingben/workflow';
import type { Actor } from '../platform/auth/actor.js';
import type { Page } from '../platform/http/list.js';
import type { Account } from './account.js';
import type { AccountDto, AccountPageDto, MeDto } from './dto/account.dto.js';

export function toAccountDto({ id, username, name, roles, active, version, createdAt }: Account): AccountDto {
  return { id, username, name, roles, active, version, createdAt: createdAt.toISOString() };
}

export function toAccountPage({ items, total }: Page<Account>): AccountPageDto {
  return { items: items.map(toAccountDto), total };
}

export function toMe({ id, username, name, roles }: Pick<Actor, 'id' | 'username' | 'name' | 'roles'>): MeDto {
  return { id, username, name, roles, permissions: permissionsOf(roles) };
}
