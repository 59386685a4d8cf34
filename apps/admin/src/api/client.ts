import { ProblemError, type ProblemDocument } from './problem.ts';
import type { Page } from './types.ts';

const BASE = '/api';

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Command {
  readonly method: Method;
  /** Below `/api`, with its leading slash. */
  readonly path: string;
  readonly body?: unknown;
  /** Sent as the whole body in place of `body`. */
  readonly file?: Blob;
  /** The version that the person saw; sent as If-Match. */
  readonly version?: number;
  /** Sent as Idempotency-Key; the same key for a second try of the same intent. */
  readonly key?: string;
  /** Nothing but the new version is wanted: the answer has no value. */
  readonly minimal?: boolean;
}

export interface Answer<T> {
  readonly value: T;
  /** From the ETag; null where the resource has none. */
  readonly version: number | null;
}

/** Reads a resource. @throws ProblemError */
export async function read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const { value } = await request<T>(path + search(query), {
    headers: { Accept: 'application/json' },
    signal: signal ?? null,
  });
  return value;
}

const PAGE = 100;
/** A list of the desk that is longer than this is shown in pages, not whole. */
const MOST_PAGES = 20;

/** Reads a list whole, page by page. @throws ProblemError */
export async function readAll<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Page<T>> {
  const items: T[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await read<Page<T>>(path, { ...query, page, perPage: PAGE }, signal);
    items.push(...answer.items);
    if (answer.items.length < PAGE || items.length >= answer.total) break;
  }
  return { items, total: items.length };
}

/** Carries out a command. @throws ProblemError */
export async function send<T>(command: Command): Promise<Answer<T>> {
  const type = command.file === undefined ? 'application/json' : 'application/octet-stream';
  const headers = new Headers({ Accept: 'application/json', 'Content-Type': type });
  if (command.version !== undefined) headers.set('If-Match', `"${command.version}"`);
  if (command.key !== undefined) headers.set('Idempotency-Key', command.key);
  if (command.minimal === true) headers.set('Prefer', 'return=minimal');
  const body = command.file ?? JSON.stringify(command.body ?? {});
  return request<T>(command.path, { method: command.method, headers, body });
}

/** Sends a file as the whole body. @throws ProblemError */
export async function sendFile<T>(path: string, query: Query, file: Blob): Promise<T> {
  const headers = {
    Accept: 'application/json',
    'Content-Type': 'application/octet-stream',
    'Idempotency-Key': intentKey(),
  };
  const { value } = await request<T>(path + search(query), { method: 'POST', headers, body: file });
  return value;
}

/** A fresh Idempotency-Key. Not `randomUUID`, which browsers keep from pages served over plain http in an intranet. */
export function intentKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Where a file is downloaded from. */
export function fileAddress(path: string, query: Query = {}): string {
  return BASE + path + search(query);
}

async function request<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(BASE + path, { ...init, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError({ code: 'client.unreachable', status: 0 });
  }
  if (!response.ok) throw new ProblemError(await problemIn(response));
  // The contract says what each path answers; this is the one place where bytes become that type.
  const value = (response.status === 204 ? null : await response.json()) as T;
  return { value, version: versionIn(response.headers.get('ETag')) };
}

async function problemIn(response: Response): Promise<ProblemDocument> {
  const fallback = { code: response.status >= 500 ? 'service.failed' : 'request.refused', status: response.status };
  try {
    const document: unknown = await response.json();
    if (typeof document !== 'object' || document === null || !('code' in document)) return fallback;
    // A problem document by its `code`; every other field of it is optional.
    return { ...(document as ProblemDocument), status: response.status };
  } catch {
    return fallback;
  }
}

function versionIn(etag: string | null): number | null {
  const version = Number(etag?.replaceAll('"', '').replace('W/', '') ?? Number.NaN);
  return Number.isInteger(version) ? version : null;
}

function search(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
