import { createReadStream } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { parsedOrNull } from '../arguments.ts';
import {
  ExportError,
  LedgerCheck,
  parseHeader,
  parseLine,
  reportOf,
  type KeptCheckpoints,
  type LedgerReport,
} from '@dingben/ledger';
import type { Io } from '../io.ts';
import { languageOf } from '../language.ts';
import { root } from '../root.ts';
import { readSettings, StartRefused } from '../serve/settings.ts';
import { bundleText } from '../verify/bundle-text.ts';
import { looksLikeBundle, verifyBundle } from '../verify/bundle.ts';
import { CheckpointFolderError, readCheckpoints } from '../verify/checkpoints.ts';
import { verifyAt, withDatabase } from '../verify/database.ts';
import { reportText, USAGE, unusableText } from '../verify/text.ts';

/**
 * Verifies a ledger, of a database with everything that stands in it or of an exported file, or the bundle of a
 * publication. 0 everything agrees; 1 the first thing that is wrong is named; 2 there is nothing that could be judged.
 */
export async function verify(argv: readonly string[], io: Io): Promise<number> {
  const language = languageOf(io.env);
  const asked = parsedOrNull(() => parseVerify(argv));
  if (asked?.values.help === true) {
    io.out(USAGE[language]);
    return 0;
  }
  if (asked === null || asked.positionals.length > 1) {
    io.log(USAGE[language]);
    return 2;
  }
  const { json, ...values } = asked.values;
  try {
    const path = pathIn(io);
    const file = path(asked.positionals[0]);
    if (file !== undefined && looksLikeBundle(file)) return bundle(file, path(values.key), { json, language }, io);
    const report = await judged({ ...values, file }, io);
    io.out(json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report, language));
    return report.ok ? 0 : 1;
  } catch (error) {
    if (!isUnusable(error)) throw error;
    io.log(unusableText(error, language));
    return 2;
  }
}

function bundle(
  file: string,
  key: string | undefined,
  { json, language }: { readonly json: boolean; readonly language: 'zh' | 'en' },
  io: Io,
): number {
  const report = verifyBundle(file, key);
  io.out(json ? `${JSON.stringify(report, null, 2)}\n` : bundleText(report, language));
  return report.ok ? 0 : 1;
}

/** A path as it was typed, from where it was typed. */
function pathIn({ cwd }: Io) {
  return (name: string | undefined) => (name === undefined || isAbsolute(name) ? name : join(cwd, name));
}

interface Asked {
  readonly file: string | undefined;
  readonly database?: string | undefined;
  readonly checkpoints?: string | undefined;
  readonly key?: string | undefined;
}

function judged(asked: Asked, io: Io): Promise<LedgerReport> {
  const path = pathIn(io);
  const settings = readSettings({ ...io.env, ...(asked.database && { DATABASE_URL: asked.database }) }, root);
  const folder = path(asked.checkpoints) ?? join(settings.dataFolder, 'checkpoints');
  const kept = readCheckpoints(folder, path(asked.key), asked.checkpoints !== undefined);
  const { file } = asked;
  if (file !== undefined) return verifyFile(file, kept);
  return withDatabase(root, settings, ({ ownerUrl }) => verifyAt(ownerUrl, kept));
}

async function verifyFile(file: string, kept: KeptCheckpoints): Promise<LedgerReport> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  let check: LedgerCheck | undefined;
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (check === undefined) check = new LedgerCheck({ ...kept, database: parseHeader(text).database });
    else if (text !== '') check.add(parseLine(text, line));
  }
  if (check === undefined) throw new ExportError('ledger.header', 1);
  return reportOf(check);
}

/** What the person can put right: a file, an address, a key. Anything else is a fault of ours. */
function isUnusable(error: unknown): error is Error {
  const known = error instanceof ExportError || error instanceof StartRefused || error instanceof CheckpointFolderError;
  return known || (error instanceof Error && 'code' in error && typeof error.code === 'string');
}

function parseVerify(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      database: { type: 'string' },
      checkpoints: { type: 'string' },
      key: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}
