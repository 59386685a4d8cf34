import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Client } from './client.ts';

/** A job that writes a document, as its asker sees it. */
export interface WritingJob {
  readonly id: string;
  readonly state: string;
  readonly progress: { readonly step: string | null; readonly done: number; readonly total: number | null };
  readonly result: {
    readonly documentId: string;
    readonly fileName: string;
    readonly size: number;
    readonly sha256: string;
  } | null;
  readonly problem: { readonly code: string; readonly params: Readonly<Record<string, unknown>> } | null;
}

/** A file as it comes over HTTP. */
export interface Downloaded {
  readonly status: number;
  readonly bytes: Buffer;
  readonly headers: Headers;
  /** As a browser reads it: the encoded one. */
  readonly fileName: string;
}

export type DocumentKind = 'standard' | 'comparison-table' | 'revision-notes';

export function ask(client: Client, kind: DocumentKind, order: object): Promise<Answer<{ readonly jobId: string }>> {
  return client.post(`/documents/${kind}`, order);
}

/** Once it has ended, however. */
export async function ended(client: Client, jobId: string): Promise<WritingJob> {
  const end = Date.now() + 120_000;
  for (;;) {
    const { status, body } = await client.get<WritingJob>(`/jobs/${jobId}`);
    if (status !== 200) throw new Error(`job ${jobId}: ${status} ${JSON.stringify(body)}`);
    if (!['queued', 'running'].includes(body.state)) return body;
    if (Date.now() > end) throw new Error(`The job is still ${body.state}.`);
    await wait(50);
  }
}

/** Asks for a document, waits for it and fetches it. */
export async function written(client: Client, kind: DocumentKind, order: object): Promise<Downloaded> {
  const { status, body } = await ask(client, kind, order);
  if (status !== 202) throw new Error(`${kind}: ${status} ${JSON.stringify(body)}`);
  const { state, result, problem } = await ended(client, body.jobId);
  if (result === null) throw new Error(`${kind}: ${state} ${JSON.stringify(problem)}`);
  const file = await download(client, `/documents/${result.documentId}`);
  const digest = createHash('sha256').update(file.bytes);
  if (file.bytes.length !== result.size || digest.digest('hex') !== result.sha256)
    throw new Error('The file is not the one that the job has written.');
  if (file.fileName !== result.fileName) throw new Error('The file comes by another name.');
  return file;
}

export async function download(
  client: Client,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Downloaded> {
  const response = await fetch(`${client.url}/api${path}`, { headers: { cookie: client.cookie ?? '', ...headers } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return { status: response.status, bytes, headers: response.headers, fileName: decodeURIComponent(encoded) };
}
