import { randomUUID } from 'node:crypto';
import { bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client, type Answer } from '../../support/client.ts';
import { body, editions, fork, openAmendment, type AmendmentBody, type EntryBody } from '../../support/work.ts';

export interface EditBody {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly serviceId: string;
  readonly code: string;
  readonly number: string | null;
  readonly base: TextBody | null;
  readonly current: TextBody | null;
  readonly proposed: TextBody | null;
  readonly place: { readonly sectionPath: string[] } | null;
  readonly differences: { title: Segment[] | null; provisions: Record<string, Segment[]> };
  readonly quantities: { before: string; after: string; ratio: number | null }[];
  readonly classes: string[];
}

export interface TextBody {
  readonly revisionId: string;
  readonly title: string;
  readonly provisions: Record<string, string> | null;
}

export interface Segment {
  readonly op: string;
  readonly text: string;
}

export interface FullAmendment extends AmendmentBody {
  readonly number: number;
  readonly title: string;
  readonly draftNumber: number;
  readonly approvals: number;
  readonly relation: string;
  readonly authors: { id: string }[];
  readonly edits: EditBody[];
  readonly conflicts: {
    field: string;
    base: string | null;
    current: string | null;
    proposed: string | null;
    pieces?: unknown;
  }[];
  readonly approvalsGiven: { valid: boolean; draftNumber: number; approver: { id: string } }[];
  readonly allowedEvents: { event: string; allowed: boolean; reasons: { code: string }[] }[];
  readonly mergedCommit: { id: string; number: number } | null;
}

export interface ProblemBody {
  readonly code: string;
  readonly current?: unknown;
  readonly params?: Record<string, unknown>;
  readonly errors?: Record<string, { code: string; params?: Record<string, unknown> }>;
}

export interface OutlineSection {
  readonly key: string;
  readonly title: string;
  readonly sections?: OutlineSection[];
  readonly entries?: OutlineEntry[];
}

export interface OutlineEntry {
  readonly serviceId: string;
  readonly code: string;
  readonly number: string;
  readonly title: string;
  readonly revisionId: string;
  readonly items?: OutlineEntry[];
}

const PASSWORD = 'a-long-test-password';

/** A signed-in person, and the account behind it. */
export type Person = Client & { readonly accountId: string; readonly username: string };

/** A draft of the bundled standard with an API on it, and people made as a test needs them. */
export class Desk {
  readonly api: SeededApi;
  readonly editionId: string;
  readonly #admin: Client;

  private constructor(api: SeededApi, editionId: string, admin: Client) {
    this.api = api;
    this.editionId = editionId;
    this.#admin = admin;
  }

  static async open(env: Readonly<Record<string, string>> = {}): Promise<Desk> {
    const api = await bootSeededApi({ DINGBEN_SIGN_IN_LIMIT: '1000', ...env });
    const signIn = (role: string): Promise<Client> => {
      const { username, password } = api.account(role);
      return Client.signIn(api.url, username, password);
    };
    const [editor, admin] = await Promise.all([signIn('editor'), signIn('admin')]);
    const [imported] = await editions(editor);
    if (imported === undefined) throw new Error('the seed made no edition');
    return new Desk(api, (await fork(editor, imported.id, '2023年版')).id, admin);
  }

  /** A new person with these roles, signed in. */
  async person(...roles: string[]): Promise<Person> {
    const username = `u-${randomUUID().slice(0, 8)}`;
    const account = body(
      await this.#admin.post<{ id: string; version: number }>('/accounts', {
        username,
        name: `${roles[0] ?? ''} ${username}`,
        roles,
        password: PASSWORD,
      }),
    );
    return Object.assign(await Client.signIn(this.api.url, username, PASSWORD), { accountId: account.id, username });
  }

  /** Gives a person other roles, and signs them in with these. */
  async withRoles({ accountId, username }: Person, ...roles: string[]): Promise<Client> {
    const { version } = body(await this.#admin.get<{ version: number }>(`/accounts/${accountId}`));
    body(await this.#admin.patch(`/accounts/${accountId}`, { roles }, version));
    return Client.signIn(this.api.url, username, PASSWORD);
  }

  /** The entry with this printed number or lasting code. */
  async entry(reader: Client, name: string): Promise<EntryBody> {
    const found = (await this.entries(reader)).find(({ number, code }) => number === name || code === name);
    if (found === undefined) throw new Error(`no entry ${name}`);
    return body(await reader.get<EntryBody>(`/editions/${this.editionId}/entries/${found.serviceId}`));
  }

  async sections(reader: Client): Promise<OutlineSection[]> {
    return body(await reader.get<{ sections: OutlineSection[] }>(`/editions/${this.editionId}/outline`)).sections;
  }

  /** Services and items in document order. */
  async entries(reader: Client): Promise<OutlineEntry[]> {
    const of = (section: OutlineSection): OutlineEntry[] => [
      ...(section.entries ?? []).flatMap((entry) => [entry, ...(entry.items ?? [])]),
      ...(section.sections ?? []).flatMap(of),
    ];
    return (await this.sections(reader)).flatMap(of);
  }

  open(editor: Client, title = '统一用语'): Promise<AmendmentBody> {
    return openAmendment(editor, this.editionId, title);
  }

  stop(): Promise<void> {
    return this.api.stop();
  }
}

export async function read(client: Client, amendmentId: string): Promise<FullAmendment> {
  return body(await client.get<FullAmendment>(`/amendments/${amendmentId}`));
}

/** Sends an event with the version and hash that the person sees now, and gives the answer as it is. */
export async function send(
  client: Client,
  amendmentId: string,
  event: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answer<FullAmendment & ProblemBody>> {
  const { version, contentHash } = await read(client, amendmentId);
  const hash = event === 'approve' || event === 'merge' ? { contentHash } : {};
  return client.post(`/amendments/${amendmentId}/events`, { event, ...hash, ...more }, { version });
}

/** Saves the text of an edit, what is not named as it was proposed last. */
export function save(
  client: Client,
  amendmentId: string,
  edit: EditBody,
  change: Readonly<Record<string, string>>,
  version = edit.version,
): Promise<Answer<EditBody & ProblemBody>> {
  const { title, ...provisions } = change;
  const text = {
    title: title ?? edit.proposed?.title,
    provisions: edit.proposed?.provisions === null ? null : { ...edit.proposed?.provisions, ...provisions },
  };
  return client.put(`/amendments/${amendmentId}/edits/${edit.id}`, text, version);
}
