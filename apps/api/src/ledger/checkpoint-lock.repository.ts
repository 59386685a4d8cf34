import { Injectable } from '@nestjs/common';
import { IDENTITY_SQL } from '@dingben/ledger';
import { Prisma } from '../generated/prisma/client.js';
import type { Tx } from '../platform/prisma/database.js';

@Injectable()
export class CheckpointLock {
  /** Held until the transaction ends. */
  async take(tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('dingben.checkpoint', 0))`;
  }

  async databaseIdentity(tx: Tx): Promise<string> {
    const [row] = await tx.$queryRaw<{ identity: string }[]>(Prisma.raw(IDENTITY_SQL));
    return row?.identity ?? '';
  }
}
