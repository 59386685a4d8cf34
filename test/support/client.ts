import { randomUUID } from 'node:crypto';

/** An answer of the API: status, entity tag's version, parsed body. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly version: number | undefined;
  readonly body: T;
  readonly headers: Headers;
}

export interface Send {
  readonly body?: unknown;
  /** Sent as If-Match. */
  readonly version?: number;
  /** Sent as Idempotency-Key; a fresh one unless `null`. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A signed-in (or anonymous) person at the HTTP API, as the tests speak to it. */
export class Client {
  readonly url: string;
  readonly cookie: string | undefined;

  constructor(url: string, cookie?: string) {
    this.url = url;
    this.cookie = cookie;
  }

  static async signIn(url: string, username: string, password: string): Promise<Client> {
    const answer = await new Client(url).send('POST', '/session', { body: { username, password } });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (answer.status !== 201 || cookie === undefined)
      throw new Error(`sign-in of ${username}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new Client(url, cookie);
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.send<T>('GET', path, { key: null });
  }

  post<T>(path: string, body?: unknown, options: Omit<Send, 'body'> = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, { ...options, body: body ?? {} });
  }

  put<T>(path: string, body: unknown, version: number): Promise<Answer<T>> {
    return this.send<T>('PUT', path, { body, version });
  }

  patch<T>(path: string, body: unknown, version: number): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, { body, version });
  }

  delete<T>(path: string, version?: number): Promise<Answer<T>> {
    return this.send<T>('DELETE', path, version === undefined ? {} : { version });
  }

  async send<T = unknown>(method: string, path: string, options: Send = {}): Promise<Answer<T>> {
    const key = options.key === undefined && method !== 'GET' ? randomUUID() : options.key;
    const response = await fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...(options.version === undefined ? {} : { 'if-match': `"${options.version}"` }),
        ...(key === null || key === undefined ? {} : { 'idempotency-key': key }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    const text = await response.text();
    const etag = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1];
    return {
      status: response.status,
      version: etag === undefined ? undefined : Number(etag),
      // The tests say which shape they expect; a wrong one shows in their assertions.
      body: parse(text) as T,
      headers: response.headers,
    };
  }
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
