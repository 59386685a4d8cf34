import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Client } from '../../support/client.ts';
import type { Random } from './random.ts';
import type { PersonName, StartAmendment, TinyEdition } from './world.ts';

/** One thing that a person did, what they had seen before, and what they were told. */
export interface Entry {
  readonly person: PersonName;
  readonly act: string;
  readonly subjectId: string;
  /** The version that was sent: of the edit for a save, else of the amendment or edition. */
  readonly version: number;
  readonly status: number;
  /** The problem's code. */
  readonly code: string | null;
  /** Status 200: the version that the answer has. */
  readonly newVersion: number | null;
  /** save: the text that was sent for the provision. */
  readonly token?: string;
}

/** A person at either of the two processes, whichever the draw says. */
export type Seats = ReadonlyMap<PersonName, readonly Client[]>;

interface AmendmentView {
  version: number;
  contentHash: string;
  edit: { id: string; version: number; title: string; provisions: Record<string, string> };
}

interface Body {
  readonly code?: string;
  readonly version?: number;
  readonly contentHash?: string;
  readonly edits?: { id: string; version: number; proposed: { title: string; provisions: Record<string, string> } }[];
}

/** What each person tries, over and over, in an edition where amendments are written, and in one that is to be published. */
const AMENDING: readonly (readonly [PersonName, readonly string[]])[] = [
  ['w1', ['save', 'save', 'submit', 'merge', 'reopen']],
  ['w2', ['save', 'submit', 'merge', 'merge']],
  ['x', ['save', 'approve', 'approve', 'merge', 'requestChanges']],
  ['r', ['approve', 'approve', 'merge', 'requestChanges']],
];
const PUBLISHING: readonly (readonly [PersonName, readonly string[]])[] = [
  ['w1', ['schedule', 'unschedule', 'merge', 'reopen']],
  ['r', ['schedule', 'approve', 'unschedule']],
  ['p', ['publish', 'publish', 'publish']],
  ['q', ['publish', 'publish']],
];
const EDITION_EVENTS = new Set(['schedule', 'unschedule', 'publish']);

/** Plays one history: every person acts by themselves, on what they saw last, which may be old by then. */
export async function play(edition: TinyEdition, seats: Seats, random: Random): Promise<Entry[]> {
  const journal: Entry[] = [];
  const lanes = edition.state === 'drafting' ? AMENDING : PUBLISHING;
  await Promise.all(
    lanes.map(async ([person, acts]) => {
      const lane = new Lane(person, edition, seats.get(person) ?? [], random, journal);
      for (let turn = 0; turn < 2; turn++) await lane.act(random.pick(acts));
    }),
  );
  return journal;
}

class Lane {
  readonly #views = new Map<string, AmendmentView>();
  #editionVersion: number | null = null;

  constructor(
    readonly person: PersonName,
    readonly edition: TinyEdition,
    readonly seats: readonly Client[],
    readonly random: Random,
    readonly journal: Entry[],
  ) {}

  async act(act: string): Promise<void> {
    if (this.random.chance(0.3)) await wait(this.random.next() * 15);
    if (EDITION_EVENTS.has(act)) return this.#editionEvent(act);
    if (this.edition.amendments.length === 0) return;
    const amendment = this.random.pick(this.edition.amendments);
    const known = this.random.chance(0.6) ? undefined : this.#views.get(amendment.id);
    const view = known ?? (await this.#look(amendment));
    if (view === null) return;
    if (act === 'save') return this.#save(amendment, view);
    const { version, contentHash } = view;
    const answer = await this.#seat.post<Body>(
      `/amendments/${amendment.id}/events`,
      { event: act, comment: '意见', contentHash },
      { version },
    );
    this.#note(act, amendment.id, version, answer);
    if (answer.status === 200) this.#see(amendment, answer.body);
  }

  async #save({ id }: StartAmendment, view: AmendmentView): Promise<void> {
    const token = `${this.person}-${Math.floor(this.random.next() * 1e9)}`;
    const { edit } = view;
    const provisions = { ...edit.provisions, [this.random.pick(['standard', 'content'])]: token };
    const answer = await this.#seat.put<Body>(
      `/amendments/${id}/edits/${edit.id}`,
      { title: edit.title, provisions },
      edit.version,
    );
    this.#note('save', edit.id, edit.version, answer, token);
    if (answer.status === 200) view.edit = { ...edit, provisions, version: answer.body.version ?? 0 };
  }

  async #editionEvent(event: string): Promise<void> {
    const path = `/editions/${this.edition.editionId}`;
    if (this.#editionVersion === null || this.random.chance(0.6)) {
      this.#editionVersion = (await this.#seat.get<Body>(path)).body.version ?? 0;
    }
    const version = this.#editionVersion;
    const date = event === 'schedule' ? { effectiveDate: '2027-01-01' } : {};
    const answer = await this.#seat.post<Body>(`${path}/events`, { event, ...date }, { version });
    this.#note(event, this.edition.editionId, version, answer);
    if (answer.status === 200) this.#editionVersion = answer.body.version ?? 0;
  }

  /** Null where the service was too busy to answer. */
  async #look(amendment: StartAmendment): Promise<AmendmentView | null> {
    const answer = await this.#seat.get<Body>(`/amendments/${amendment.id}`);
    if (answer.status === 200) return this.#see(amendment, answer.body);
    this.#note('look', amendment.id, 0, answer);
    return null;
  }

  #see({ id }: StartAmendment, { version = 0, contentHash = '', edits }: Body): AmendmentView {
    const edit = edits?.[0];
    if (edit === undefined) throw new Error('an amendment lost its edit');
    const view = { version, contentHash, edit: { id: edit.id, version: edit.version, ...edit.proposed } };
    this.#views.set(id, view);
    return view;
  }

  #note(act: string, subjectId: string, version: number, answer: Answer<Body>, token?: string): void {
    const newVersion = answer.status === 200 ? (answer.body.version ?? null) : null;
    const entry = {
      person: this.person,
      act,
      subjectId,
      version,
      status: answer.status,
      code: answer.body.code ?? null,
      newVersion,
    };
    this.journal.push(token === undefined ? entry : { ...entry, token });
  }

  get #seat(): Client {
    return this.random.pick(this.seats);
  }
}
