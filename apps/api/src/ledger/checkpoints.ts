import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  EMPTY_TREE,
  addLeaf,
  checkpointHash,
  leafOf,
  rootOf,
  signCheckpoint,
  type Checkpoint,
  type MerkleTree,
} from '@dingben/ledger';
import { LiveEvents } from '../platform/events/live-events.js';
import type { Tx } from '../platform/prisma/database.js';
import { Durability } from '../platform/prisma/durability.js';
import { UnitOfWork } from '../platform/prisma/unit-of-work.js';
import { Settings } from '../platform/settings.js';
import { CheckpointFiles } from './checkpoint-files.js';
import { CheckpointLock } from './checkpoint-lock.repository.js';
import { LedgerRepository } from './ledger.repository.js';

const LOOK_MS = 5_000;
const MOST_MS = 60_000;
const MOST_EVENTS = 100;
const BATCH = 5_000;

/**
 * Signs what the ledger says now and keeps it outside the database: a chain alone does not show that its end was cut off
 * or that a suffix was written anew. At least every 60 seconds and every 100 events, and at every publication.
 */
@Injectable()
export class Checkpoints implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #settings: Settings;
  readonly #work: UnitOfWork;
  readonly #durability: Durability;
  readonly #lock: CheckpointLock;
  readonly #ledger: LedgerRepository;
  readonly #live: LiveEvents;
  readonly #logger = new Logger('Checkpoints');
  #files: CheckpointFiles | null = null;
  #tree: MerkleTree = EMPTY_TREE;
  #tail = { hash: '', atUs: 0 };
  #last = 0;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #unsubscribe: () => void = () => undefined;

  constructor(
    settings: Settings,
    work: UnitOfWork,
    durability: Durability,
    lock: CheckpointLock,
    ledger: LedgerRepository,
    live: LiveEvents,
  ) {
    this.#durability = durability;
    this.#settings = settings;
    this.#work = work;
    this.#lock = lock;
    this.#ledger = ledger;
    this.#live = live;
  }

  /** Made when first asked for: a program that only describes the service leaves no key behind. */
  get files(): CheckpointFiles {
    this.#files ??= new CheckpointFiles(this.#settings.dataFolder);
    return this.#files;
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#look(), LOOK_MS);
    this.#timer.unref();
    this.#unsubscribe = this.#live.subscribe((change) => {
      if (change.includes('"edition.published"')) void this.now();
    });
  }

  /** Waits for what is being written and signs what has come since, so that a clean stop leaves nothing unsigned. */
  async onApplicationShutdown(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#unsubscribe();
    await this.#running;
  }

  /** Signs the ledger as it stands, unless its latest event is signed already. */
  now(): Promise<void> {
    this.#running = (this.#running ?? Promise.resolve())
      .then(() => this.#write())
      .catch((error: unknown) => {
        // The work goes on without a checkpoint; the next one covers what this one missed.
        this.#logger.error(error instanceof Error ? error.message : String(error));
      });
    return this.#running;
  }

  async #look(): Promise<void> {
    try {
      const unsigned = (await this.#ledger.lastSeq()) - this.#tree.size;
      if (unsigned >= MOST_EVENTS || (unsigned > 0 && Date.now() - this.#last >= MOST_MS)) await this.now();
    } catch {
      // The database is away; there is nothing to sign until it is back.
    }
  }

  async #write(): Promise<void> {
    await this.#grow();
    const { size } = this.#tree;
    if (size === 0) return;
    await this.#work.runAsSystem('checkpoint', (tx) => this.#signOnce(tx, size));
    this.#last = Date.now();
  }

  /** Under a lock that all services on this database share, so that their checkpoints make one series. */
  async #signOnce(tx: Tx, size: number): Promise<void> {
    await this.#lock.take(tx);
    const previous = this.files.latest();
    if (previous !== null && previous.size >= size) return;
    const database = await this.#lock.databaseIdentity(tx);
    if (previous !== null && previous.database !== database) {
      throw new Error('The checkpoints in the data folder are those of another database; nothing is signed.');
    }
    this.files.write(this.#signed(database, previous));
  }

  #signed(database: string, previous: Checkpoint | null): Checkpoint {
    const body = { size: this.#tree.size, root: rootOf(this.#tree), head: this.#tail.hash, atUs: this.#tail.atUs };
    const before = previous === null ? null : checkpointHash(previous);
    return signCheckpoint({ ...body, database, previous: before }, this.files.sign);
  }

  /** Takes the events since the last time into the tree. Throws where the ledger is not the one that was signed. */
  async #grow(): Promise<void> {
    const signed = new Map(this.#tree.size === 0 ? this.#signedRoots() : []);
    for (;;) {
      const rows = await this.#ledger.hashes(this.#tree.size, BATCH);
      // An event is signed only once it cannot be lost: a checkpoint ahead of the ledger would accuse an honest one.
      if (rows.length > 0) await this.#durability.settled();
      for (const { hash, atUs } of rows) {
        this.#tree = addLeaf(this.#tree, leafOf(hash));
        this.#tail = { hash, atUs };
        const root = signed.get(this.#tree.size);
        if (root !== undefined && root !== rootOf(this.#tree)) this.#refuse();
      }
      if (rows.length < BATCH) return;
    }
  }

  #signedRoots(): [number, string][] {
    const latest = this.files.latest();
    return latest === null ? [] : [[latest.size, latest.root]];
  }

  #refuse(): never {
    this.#tree = EMPTY_TREE;
    throw new Error('The ledger is not the one that the latest checkpoint signed; nothing more is signed.');
  }
}
