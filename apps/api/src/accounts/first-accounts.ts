import { Injectable } from '@nestjs/common';
import type { Role } from '@dingben/workflow';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordEvent } from '../platform/acts.js';
import { Database } from '../platform/prisma/database.js';
import { UnitOfWork } from '../platform/prisma/unit-of-work.js';
import { Settings } from '../platform/settings.js';
import { AccountRepository } from './account.repository.js';
import { Passwords } from './passwords.js';

/** One line of accounts.json. */
interface SignIn {
  readonly role: Role;
  readonly username: string;
  readonly password: string;
}

const FIRST: readonly { role: Role; username: string; name: string }[] = [
  { role: 'editor', username: 'editor', name: '陈晓明' },
  { role: 'editor', username: 'editor2', name: '刘静怡' },
  { role: 'reviewer', username: 'reviewer', name: '王建国' },
  { role: 'reviewer', username: 'reviewer2', name: '赵雅琴' },
  { role: 'publisher', username: 'publisher', name: '周文博' },
  { role: 'auditor', username: 'auditor', name: '孙立群' },
  { role: 'admin', username: 'admin', name: '吴海涛' },
  { role: 'liaison', username: 'liaison', name: '郑美玲' },
];

/** One account or more for each role, with passwords that nobody has chosen. */
@Injectable()
export class FirstAccounts {
  readonly #settings: Settings;
  readonly #database: Database;
  readonly #work: UnitOfWork;
  readonly #accounts: AccountRepository;
  readonly #passwords: Passwords;

  constructor(
    settings: Settings,
    database: Database,
    work: UnitOfWork,
    accounts: AccountRepository,
    passwords: Passwords,
  ) {
    this.#settings = settings;
    this.#database = database;
    this.#work = work;
    this.#accounts = accounts;
    this.#passwords = passwords;
  }

  /** Makes the accounts that are missing; answers how many. */
  async ensure(): Promise<number> {
    const taken = await this.#accounts.usernames(this.#database.client);
    const missing = FIRST.filter(({ username }) => !taken.has(username));
    if (missing.length === 0) return 0;
    // The file first: a password that is only in the database as a hash would be lost with this process.
    const signIns = this.#keep(missing);
    const hashes = await Promise.all(signIns.map(({ password }) => this.#passwords.hash(password)));
    await this.#work.runAsSystem('seed', async (tx) => {
      for (const [index, { username, name, role }] of missing.entries()) {
        const account = { username, name, roles: [role], passwordHash: hashes[index] ?? '' };
        const { id } = await this.#accounts.insert(tx, account);
        const data = { username, name, roles: [role] };
        const act = { subjectType: 'account', subjectId: id, action: 'account.created' } as const;
        await recordEvent(tx, { ...act, data, actor: null, requestId: 'seed' });
      }
    });
    return missing.length;
  }

  /** Passwords for these names: those that a killed run wrote down, or new ones, written down now. */
  #keep(missing: typeof FIRST): SignIn[] {
    const { dataFolder } = this.#settings;
    const file = join(dataFolder, 'accounts.json');
    const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SignIn[]) : []; // written below
    const signIns = missing.map(({ role, username }): SignIn => {
      return kept.find((one) => one.username === username) ?? { role, username, password: newPassword() };
    });
    const others = kept.filter(({ username }) => !missing.some((one) => one.username === username));
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, `${JSON.stringify([...others, ...signIns], null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return signIns;
  }
}

/** 120 random bits in characters that can be typed from paper. */
function newPassword(): string {
  return randomBytes(15).toString('base64url');
}
