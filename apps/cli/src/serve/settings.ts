import { isAbsolute, join } from 'node:path';

/** What `npm start` is told by the environment; docs/operations.md lists it for people. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Absolute. */
  readonly dataFolder: string;
  /** Set where the database is not the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly ownerDatabaseUrl: string | undefined;
}

/** A start that the person at the keyboard can put right; its message says how. */
export class StartRefused extends Error {}

/** Reads the settings; a relative data folder lies in the checkout. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, root: string): Settings {
  const data = given(env, 'DINGBEN_DATA') ?? '.dingben';
  const databaseUrl = urlIn(env, 'DATABASE_URL');
  const ownerDatabaseUrl = urlIn(env, 'DINGBEN_OWNER_DATABASE_URL');
  if (ownerDatabaseUrl !== undefined && databaseUrl === undefined) {
    throw new StartRefused('DINGBEN_OWNER_DATABASE_URL is set without DATABASE_URL; set both, or neither.');
  }
  return {
    host: given(env, 'HOST') ?? '127.0.0.1',
    port: portIn(given(env, 'PORT') ?? '3000'),
    dataFolder: isAbsolute(data) ? data : join(root, data),
    databaseUrl,
    ownerDatabaseUrl,
  };
}

/** An empty value means the same as none. */
function given(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const value = env[name];
  return value === '' ? undefined : value;
}

function portIn(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new StartRefused(`PORT is "${text}"; it has to be a number from 0 (any free port) to 65535.`);
}

function urlIn(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const value = given(env, name);
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)) return value;
  throw new StartRefused(`${name} is not a PostgreSQL address: postgresql://user:password@host:5432/database.`);
}
