import { Injectable } from '@nestjs/common';
import { isAbsolute, join, resolve } from 'node:path';

/** Everything that the service takes from its environment, read once. The meaning of each stands in docs/operations.md. */
@Injectable()
export class Settings {
  /** 0 asks the system for a free port. */
  readonly port = integer('PORT', 3000, 0, 65_535);
  readonly host = text('HOST', '127.0.0.1');
  /** The database as the application's role, never as its owner. */
  readonly databaseUrl = text('DATABASE_URL', '');
  /** Keys and checkpoints; created by whoever starts the service. */
  readonly dataFolder = folder('DINGBEN_DATA', '.dingben');
  /** Most connections of each of the two pools: transactions, and reads outside them. */
  readonly pool = integer('DINGBEN_POOL', 10, 1, 200);
  /** The built admin, or null where another server delivers it. */
  readonly adminFolder = optionalFolder('DINGBEN_ADMIN_DIST');
  /** Failed sign-ins for one name or one address before both are told to wait. */
  readonly signInLimit = integer('DINGBEN_SIGN_IN_LIMIT', 5, 1, 1_000_000);
  /** Set where the service is reached over https only, so that the cookie is never sent in the clear. */
  readonly secureCookie = process.env['DINGBEN_SECURE_COOKIE'] === '1';
  /** Number of proxies in front whose forwarded address is believed. */
  readonly proxies = integer('DINGBEN_PROXIES', 0, 0, 10);
  /** Jobs that this process runs at once; 0 where others run them. */
  readonly jobs = integer('DINGBEN_JOBS', 2, 0, 16);
  /** Where the public reads what was published: null for nowhere, else the origin of its addresses, '' where none is told. */
  readonly publicSite = publicSite('DINGBEN_PUBLIC');
  /** silent, error, warn, info: what is written to standard output, one JSON object a line. */
  readonly logLevel = text('DINGBEN_LOG', 'warn');
}

function text(name: string, otherwise: string): string {
  const value = process.env[name];
  return value === undefined || value === '' ? otherwise : value;
}

function integer(name: string, otherwise: number, from: number, to: number): number {
  const value = text(name, String(otherwise));
  const number = Number(value);
  if (!/^\d{1,9}$/.test(value) || number < from || number > to) {
    throw new Error(`${name} must be a whole number from ${from} to ${to}, not ${JSON.stringify(value)}.`);
  }
  return number;
}

function folder(name: string, otherwise: string): string {
  const value = text(name, otherwise);
  return isAbsolute(value) ? value : resolve(process.cwd(), value);
}

function optionalFolder(name: string): string | null {
  const value = text(name, '');
  return value === '' ? null : join(folder(name, ''));
}

/** `1`, or the origin that the public knows the service by. */
function publicSite(name: string): string | null {
  const value = text(name, '0');
  if (value === '0') return null;
  if (value === '1') return '';
  if (/^https?:\/\//.test(value) && URL.canParse(value)) {
    const { origin, href } = new URL(value);
    if (href === `${origin}/`) return origin;
  }
  throw new Error(`${name} must be 0, 1 or an origin like https://standards.example, not ${JSON.stringify(value)}.`);
}
