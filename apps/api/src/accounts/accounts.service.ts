import { Injectable } from '@nestjs/common';
import type { Page } from '../platform/http/list.js';
import { notFound } from '../platform/http/problem.js';
import { Database } from '../platform/prisma/database.js';
import type { Account } from './account.js';
import { AccountRepository } from './account.repository.js';
import type { AccountListQuery } from './dto/account.dto.js';

/** What may be asked about accounts. */
@Injectable()
export class AccountsService {
  readonly #database: Database;
  readonly #accounts: AccountRepository;

  constructor(database: Database, accounts: AccountRepository) {
    this.#database = database;
    this.#accounts = accounts;
  }

  list(query: AccountListQuery): Promise<Page<Account>> {
    return this.#accounts.list(this.#database.client, query);
  }

  async get(id: string): Promise<Account> {
    const account = await this.#accounts.find(this.#database.client, id);
    if (account === null) throw notFound('account');
    return account;
  }
}
