import { Injectable } from '@nestjs/common';
import type { Role } from '@dingben/workflow';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { forbidden } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import type { Account } from '../account.js';
import { AccountRepository } from '../account.repository.js';
import type { ChangeAccountDto } from '../dto/account.dto.js';
import { SessionRepository } from '../session/session.repository.js';
import { checkVersion, checkedRoles } from './checks.js';

/** Renames an account, changes its roles, deactivates it or activates it again. */
@Injectable()
export class ChangeAccountCommand {
  readonly #work: UnitOfWork;
  readonly #accounts: AccountRepository;
  readonly #sessions: SessionRepository;

  constructor(work: UnitOfWork, accounts: AccountRepository, sessions: SessionRepository) {
    this.#work = work;
    this.#accounts = accounts;
    this.#sessions = sessions;
  }

  /** Ends every session of the account where rights change, so that the next request has the new ones or none. */
  run(actor: Actor, id: string, version: number, change: ChangeAccountDto): Promise<Account> {
    const roles = change.roles === undefined ? undefined : checkedRoles(change.roles);
    return this.#work.run(actor, async (tx) => {
      const admins = await this.#accounts.lockAdmins(tx);
      if (!admins.includes(actor.id)) throw forbidden('right.missing');
      const before = checkVersion(await this.#accounts.lock(tx, id), version);
      const wanted = differing(before, { name: change.name, active: change.active, roles });
      if (Object.keys(wanted).length === 0) return before;
      const rightsChange = wanted.roles !== undefined || wanted.active !== undefined;
      if (rightsChange && id === actor.id) throw forbidden('account.self');
      const after = await this.#accounts.change(tx, id, wanted);
      if (rightsChange) await this.#sessions.revokeAll(tx, id);
      await recordChanges(tx, actor, before, after);
      return after;
    });
  }
}

interface Wanted {
  readonly name?: string | undefined;
  readonly roles?: Role[] | undefined;
  readonly active?: boolean | undefined;
}

function differing(before: Account, { name, roles, active }: Wanted): Partial<Account> {
  return {
    ...(name !== undefined && name !== before.name ? { name } : {}),
    ...(roles !== undefined && roles.join() !== [...before.roles].sort().join() ? { roles } : {}),
    ...(active !== undefined && active !== before.active ? { active } : {}),
  };
}

/** One event for each kind of change, so that the record can be asked for all grants of roles. */
async function recordChanges(tx: Tx, actor: Actor, before: Account, after: Account): Promise<void> {
  const act = { subjectType: 'account', subjectId: before.id, actor } as const;
  if (before.name !== after.name) {
    await recordEvent(tx, { ...act, action: 'account.renamed', data: { before: before.name, after: after.name } });
  }
  if (before.roles.join() !== after.roles.join()) {
    await recordEvent(tx, {
      ...act,
      action: 'account.roles-changed',
      data: { before: before.roles, after: after.roles },
    });
  }
  if (before.active !== after.active) {
    await recordEvent(tx, { ...act, action: after.active ? 'account.activated' : 'account.deactivated' });
  }
}
