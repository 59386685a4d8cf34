import { Injectable } from '@nestjs/common';
import { isRole } from '@dingben/workflow';
import { Prisma, type Account as Row } from '../generated/prisma/client.js';
import { offsetOf, type Page } from '../platform/http/list.js';
import type { Reader, Tx } from '../platform/prisma/database.js';
import { NO_PASSWORD, type Account } from './account.js';
import type { AccountListQuery } from './dto/account.dto.js';

const COLUMNS = Prisma.sql`id::text, username, name, roles, active, version, created_at AS "createdAt"`;
const SORTS = {
  username: Prisma.sql`username`,
  name: Prisma.sql`name COLLATE "zh-x-icu"`,
  createdAt: Prisma.sql`created_at`,
};
type AccountRow = Omit<Row, 'passwordHash'>;

@Injectable()
export class AccountRepository {
  async list(db: Reader, query: AccountListQuery): Promise<Page<Account>> {
    const where = Prisma.join(conditions(query), ' AND ');
    const order = query.order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
    const rows = await db.$queryRaw<AccountRow[]>`
      SELECT ${COLUMNS} FROM account WHERE ${where}
      ORDER BY ${SORTS[query.sort]} ${order}, id LIMIT ${query.perPage} OFFSET ${offsetOf(query)}`;
    const [count] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM account WHERE ${where}`;
    return { items: rows.map(toAccount), total: count?.total ?? 0 };
  }

  async find(db: Reader, id: string): Promise<Account | null> {
    const [row] = await db.$queryRaw<AccountRow[]>`
      SELECT ${COLUMNS} FROM account WHERE id = ${id}::uuid AND password_hash <> ${NO_PASSWORD}`;
    return row === undefined ? null : toAccount(row);
  }

  /**
   * The account, locked until the transaction ends. NO KEY: a key that was spent or an event that was written before
   * holds a lock on its person's row, and two commands of one person would wait for each other for good.
   */
  async lock(tx: Tx, id: string): Promise<Account | null> {
    const [row] = await tx.$queryRaw<AccountRow[]>`
      SELECT ${COLUMNS} FROM account WHERE id = ${id}::uuid AND password_hash <> ${NO_PASSWORD} FOR NO KEY UPDATE`;
    return row === undefined ? null : toAccount(row);
  }

  /** Ids of the active admins, locked in one order: two admins who deactivate each other cannot both succeed. */
  async lockAdmins(tx: Tx): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM account WHERE active AND 'admin' = ANY (roles) ORDER BY id FOR NO KEY UPDATE`;
    return rows.map(({ id }) => id);
  }

  async insert(
    tx: Tx,
    account: Pick<Row, 'username' | 'name' | 'roles' | 'passwordHash'> & { active?: boolean },
  ): Promise<Account> {
    return toAccount(await tx.account.create({ data: account }));
  }

  async change(
    tx: Tx,
    id: string,
    change: Partial<Pick<Row, 'name' | 'roles' | 'active' | 'passwordHash'>>,
  ): Promise<Account> {
    return toAccount(await tx.account.update({ where: { id }, data: { ...change, version: { increment: 1 } } }));
  }

  async usernames(db: Reader): Promise<Set<string>> {
    const rows = await db.account.findMany({ select: { username: true } });
    return new Set(rows.map(({ username }) => username));
  }

  /** What a sign-in is checked against; deactivated accounts are as good as unknown. */
  async findForSignIn(db: Reader, username: string): Promise<{ id: string; passwordHash: string } | null> {
    return db.account.findFirst({
      where: { username, active: true, passwordHash: { not: NO_PASSWORD } },
      select: { id: true, passwordHash: true },
    });
  }

  async passwordHash(db: Reader, id: string): Promise<string | null> {
    const row = await db.account.findUnique({ where: { id }, select: { passwordHash: true } });
    return row?.passwordHash ?? null;
  }
}

function conditions({ q, role, active }: AccountListQuery): Prisma.Sql[] {
  const all = [Prisma.sql`password_hash <> ${NO_PASSWORD}`];
  if (q !== undefined && q !== '') all.push(Prisma.sql`position(lower(${q}) IN lower(name || ' ' || username)) > 0`);
  if (role !== undefined) all.push(Prisma.sql`${role} = ANY (roles)`);
  if (active !== undefined) all.push(Prisma.sql`active = ${active}`);
  return all;
}

function toAccount({ id, username, name, roles, active, version, createdAt }: AccountRow): Account {
  return { id, username, name, roles: roles.filter(isRole), active, version, createdAt };
}
