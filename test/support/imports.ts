import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Outline } from '../../packages/outline/src/index.ts';
import type { Client } from './client.ts';
import { body } from './work.ts';

export { body };

/** The bodies of the wizard's answers, as far as tests look at them. */
export interface ImportBody {
  readonly id: string;
  readonly state: 'reading' | 'refused' | 'read' | 'finishing' | 'finished';
  readonly problem: { readonly code: string; readonly params: Record<string, unknown> } | null;
  readonly outcome: { readonly editionId: string; readonly amendmentId: string | null } | null;
  readonly version: number;
}

export interface ReadFinding {
  readonly key: string;
  readonly code: string;
  readonly severity: string;
  readonly entry: string | null;
  readonly line: number | null;
  readonly source: string | null;
  readonly fix: string | null;
  readonly fixable: boolean;
  readonly accepted: boolean;
}

export interface Understanding {
  readonly encoding: string | null;
  readonly encodingCertain: boolean;
  readonly previews: readonly { readonly encoding: string; readonly text: string | null }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly outline: Outline;
  readonly findings: readonly ReadFinding[];
  readonly openErrors: number;
  readonly steps: number;
  readonly version: number;
}

export interface MatchingBody {
  readonly against: { readonly id: string; readonly label: string } | null;
  readonly known: readonly {
    readonly serviceId: string;
    readonly number: string;
    readonly title: string;
    readonly code: string;
  }[];
  readonly entries: readonly {
    readonly key: string;
    readonly title: string;
    readonly kind: string;
    readonly takes: string | null;
    readonly from: readonly string[];
    readonly certain: boolean;
    readonly decided: boolean;
  }[];
  readonly version: number;
}

export async function uploaded(client: Client, name: string, bytes: Uint8Array): Promise<ImportBody> {
  const response = await fetch(`${client.url}/api/imports?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/octet-stream',
      'idempotency-key': randomUUID(),
      cookie: client.cookie ?? '',
    },
    body: Buffer.from(bytes),
  });
  const text = await response.text();
  if (response.status !== 201) throw new Error(`upload of ${name}: ${response.status} ${text}`);
  return JSON.parse(text) as ImportBody;
}

/** The import once its job has ended. */
export async function readImport(client: Client, id: string): Promise<ImportBody> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = body(await client.get<ImportBody>(`/imports/${id}`));
    if (found.state !== 'reading' && found.state !== 'finishing') return found;
    if (Date.now() > end) throw new Error(`The import is still ${found.state}.`);
    await wait(50);
  }
}

export async function understood(client: Client, id: string): Promise<Understanding> {
  return body(await client.get<Understanding>(`/imports/${id}/understanding`));
}

/** An edition that came from outside: nobody here has said why it differs. */
export async function importedEdition(client: Client, outline: Outline): Promise<string> {
  const { id } = await uploaded(client, 'later.json', Buffer.from(JSON.stringify(outline)));
  let { version } = await readImport(client, id);
  const errors = (await understood(client, id)).findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const request = { keys: errors.map(({ key }) => key), accepted: true };
    version = body(
      await client.send<ImportBody>('POST', `/imports/${id}/acceptances`, { body: request, version }),
    ).version;
  }
  const edition = { label: outline.edition, kind: 'final' };
  body(await client.send('POST', `/imports/${id}/completion`, { body: { edition }, version }));
  const done = await readImport(client, id);
  if (done.outcome === null) throw new Error(JSON.stringify(done));
  return done.outcome.editionId;
}
