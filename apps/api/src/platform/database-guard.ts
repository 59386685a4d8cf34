import { Injectable } from '@nestjs/common';
import { HotReads, type HotStatement } from './prisma/hot-reads.js';

interface Facts {
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
  data_checksums: string;
  superuser: boolean;
  owns: boolean;
  encoding: string;
  ledger_trigger: boolean;
}

const FACTS: HotStatement = {
  name: 'database_facts',
  text: `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes,
      current_setting('synchronous_commit') AS synchronous_commit, current_setting('data_checksums') AS data_checksums,
      current_setting('server_encoding') AS encoding,
      (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS superuser,
      EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
              AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns,
      EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = to_regclass('public.event') AND NOT t.tgisinternal AND t.tgdeferrable
              AND t.tginitdeferred AND t.tgenabled IN ('O', 'A')) AS ledger_trigger`,
};

/** Refuses a database that would lose what it has acknowledged, or whose role could change what must not change. */
@Injectable()
export class DatabaseGuard {
  readonly #reads: HotReads;

  constructor(reads: HotReads) {
    this.#reads = reads;
  }

  /** Throws with every fault in one message; called before the service listens. */
  async check(): Promise<void> {
    const facts = await this.#reads.row<Facts>(FACTS, []);
    const faults = facts === null ? ['it answers nothing'] : faultsOf(facts);
    if (faults.length > 0) throw new Error(`This database is not safe for the service: ${faults.join('; ')}.`);
  }
}

/** What is wrong with a database, in words for whoever runs it. */
export function faultsOf(facts: Facts): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  need(facts.fsync === 'on', 'fsync is off, so a power cut loses what was saved');
  need(facts.full_page_writes === 'on', 'full_page_writes is off, so a power cut tears pages');
  need(
    facts.synchronous_commit === 'on' || facts.synchronous_commit === 'remote_apply',
    `synchronous_commit is ${facts.synchronous_commit}, so a crash loses what was saved`,
  );
  need(facts.data_checksums === 'on', 'data checksums are off, so damage goes unseen');
  need(facts.encoding === 'UTF8', `its encoding is ${facts.encoding}, not UTF8`);
  need(!facts.superuser, 'the service would be superuser, so no grant and no trigger would bind it');
  need(!facts.owns, 'the service would own the tables, so it could change what is written for good');
  need(facts.ledger_trigger, 'the trigger that writes the ledger is missing');
  return faults;
}
