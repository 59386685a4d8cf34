import { Injectable } from '@nestjs/common';
import {
  verifyDatabase,
  type BadCheckpoint,
  type Checkpoint,
  type KeptCheckpoints,
  type LedgerReport,
} from '@dingben/ledger';
import { revisionHash, treeHash } from '@dingben/outline/hash';
import { recordEvent } from '../platform/acts.js';
import type { Actor } from '../platform/auth/actor.js';
import { HotReads } from '../platform/prisma/hot-reads.js';
import { UnitOfWork } from '../platform/prisma/unit-of-work.js';
import { Checkpoints } from './checkpoints.js';
import type { VerificationDto } from './dto/verification.dto.js';
import { LedgerRepository } from './ledger.repository.js';

/** A list of faults says enough with this many. */
const MOST_SHOWN = 100;

/** Judges the whole ledger, the checkpoints in the data folder and everything that stands. One at a time. */
@Injectable()
export class VerifyLedgerCommand {
  readonly #reads: HotReads;
  readonly #work: UnitOfWork;
  readonly #ledger: LedgerRepository;
  readonly #checkpoints: Checkpoints;
  #running: Promise<VerificationDto> | null = null;

  constructor(reads: HotReads, work: UnitOfWork, ledger: LedgerRepository, checkpoints: Checkpoints) {
    this.#reads = reads;
    this.#work = work;
    this.#ledger = ledger;
    this.#checkpoints = checkpoints;
  }

  /** Who asks while another verification runs gets the result of that one. That it was asked for is recorded. */
  async run(actor: Actor): Promise<VerificationDto> {
    this.#running ??= this.#verify().finally(() => (this.#running = null));
    const { ok, events, head, firstBad, texts, checkpoints } = await this.#running;
    const data = { ok, events };
    await this.#work.run(actor, (tx) =>
      recordEvent(tx, { subjectType: 'ledger', subjectId: null, action: 'ledger.verified', data, actor }),
    );
    return { ok, events, head, firstBad, texts, checkpoints };
  }

  async #verify(): Promise<VerificationDto> {
    const database = await this.#ledger.databaseIdentity();
    const { kept, unreadable } = this.#kept(database);
    const report = await this.#reads.snapshot((read) => verifyDatabase(read, { revisionHash, treeHash }, kept));
    return toDto(report, unreadable);
  }

  #kept(database: string): { kept: KeptCheckpoints; unreadable: BadCheckpoint[] } {
    const { files } = this.#checkpoints;
    const list: Checkpoint[] = [];
    const unreadable: BadCheckpoint[] = [];
    for (const { name, checkpoint } of files.read()) {
      if (checkpoint !== null) list.push(checkpoint);
      else
        unreadable.push({
          size: Number.parseInt(name.slice('checkpoint-'.length), 10) || 0,
          code: 'checkpoint.form',
          from: 1,
        });
    }
    return { kept: { list, verifySignature: files.verify, database }, unreadable };
  }
}

function toDto(
  { ok, events, head, firstBad, texts, checkpoints }: LedgerReport,
  unreadable: BadCheckpoint[],
): VerificationDto {
  return {
    ok: ok && unreadable.length === 0,
    events,
    head,
    firstBad,
    texts: { checked: texts.checked, bad: texts.bad.slice(0, MOST_SHOWN) },
    checkpoints: {
      checked: checkpoints.checked + unreadable.length,
      bad: [...unreadable, ...checkpoints.bad].slice(0, MOST_SHOWN),
    },
  };
}
