import { Module } from '@nestjs/common';
import { CheckpointLock } from './checkpoint-lock.repository.js';
import { Checkpoints } from './checkpoints.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerProofs } from './ledger-proofs.js';
import { LedgerRepository } from './ledger.repository.js';
import { VerifyLedgerCommand } from './verify-ledger.command.js';

@Module({
  controllers: [LedgerController],
  providers: [LedgerRepository, CheckpointLock, Checkpoints, LedgerProofs, VerifyLedgerCommand],
  exports: [Checkpoints, LedgerProofs],
})
export class LedgerModule {}
