import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/prisma/database.js';

@Injectable()
export class CheckpointLock {
  /** Held until the transaction ends. */
  async take(tx: Tx): Promise<void> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('dingben.checkpoint', 0))`;
  }

  async databaseIdentity(tx: Tx): Promise<string> {
    const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT system_identifier::text AS id FROM pg_control_system()`;
    return row?.id ?? '';
  }
}
