import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils';
import { DatabaseError } from 'pg';
import { Pool } from 'pg';

/** What is used of Prisma's schema engine; its own declarations name the rest. */
export interface SchemaEngine {
  applyMigrations(input: {
    migrationsList: MigrationList;
    filters: Filters;
  }): Promise<{ appliedMigrationNames: string[] }>;
  markMigrationRolledBack(input: { migrationName: string }): Promise<unknown>;
  diff(input: DiffInput): Promise<{ exitCode: number; stdout: string | null }>;
}

interface Filters {
  readonly externalTables: string[];
  readonly externalEnums: string[];
}

/** A migrations folder, read from disk. */
export interface MigrationList {
  readonly baseDir: string;
  readonly lockfile: { readonly path: string; readonly content: string | null };
  readonly shadowDbInitScript: string;
  readonly migrationDirectories: readonly {
    readonly path: string;
    readonly migrationFile: { readonly path: string; readonly content: { readonly tag: 'ok'; readonly value: string } };
  }[];
}

type DiffTarget =
  | { readonly tag: 'empty' }
  | { readonly tag: 'schemaDatamodel'; readonly files: readonly { readonly path: string; readonly content: string }[] }
  | { readonly tag: 'schemaDatasource'; readonly files: readonly []; readonly configDir: string };

interface DiffInput {
  readonly from: DiffTarget;
  readonly to: DiffTarget;
  readonly script: boolean;
  readonly shadowDatabaseUrl: null;
  readonly exitCode: boolean | null;
  readonly filters: Filters;
}

/** The part of the global that is used; TypeScript declares it for browsers only. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

interface EngineOptions {
  readonly datamodels: readonly (readonly [name: string, text: string])[];
}

interface EngineModule {
  __wbg_set_wasm(exports: Record<string, unknown>): void;
  readonly SchemaEngine: {
    new: (options: EngineOptions, log: (line: unknown) => void, adapter: unknown) => Promise<SchemaEngine>;
  };
}

/**
 * Sends a migration to the server whole, which runs it as one transaction. The adapter's own way cuts the text at every
 * semicolon, even inside a function's body, and would leave half a migration behind a failed one.
 */
class WholeScripts extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        // Any other error the engine would report without its message.
        throw error instanceof DatabaseError ? new DriverAdapterError(causeOf(error)) : error;
      }
    };
    return adapter;
  }
}

/** An engine on one connection of its own. */
export interface OpenEngine {
  readonly engine: SchemaEngine;
  /** Closes the connection; a database with connections cannot be copied or dropped. */
  readonly close: () => Promise<void>;
}

const causeOf = ({ code, severity, message, detail, column, hint }: DatabaseError) => ({
  kind: 'postgres' as const,
  code: code ?? 'XX000',
  severity: severity ?? 'ERROR',
  message,
  detail,
  column,
  hint,
});

/** The tables that Prisma knows nothing of: none. */
export const noFilters: Filters = { externalTables: [], externalEnums: [] };

/**
 * Prisma's own schema engine, as WebAssembly over the same driver that the API uses, so that migrating needs no download.
 *
 * @param root top folder of the checkout
 * @param schema the text of schema.prisma
 */
export async function openEngine(root: string, ownerUrl: string, schema: string): Promise<OpenEngine> {
  const glue = await loadEngine(root);
  const pool = new Pool({ connectionString: ownerUrl, max: 1 });
  const close = () => pool.end();
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
    const options = { datamodels: [['schema.prisma', schema]] as const };
    const engine = await glue.SchemaEngine.new(options, () => undefined, adapter);
    return { engine, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function loadEngine(root: string): Promise<EngineModule> {
  const require = createRequire(join(root, 'apps', 'cli', 'package.json'));
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as EngineModule; // its declarations leave out the loader's own hook
  const entry = require.resolve('@prisma/schema-engine-wasm');
  const bytes = readFileSync(join(dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': withIdleTimers(glue) });
  glue.__wbg_set_wasm(instance.exports);
  const start = instance.exports['__wbindgen_start'];
  if (typeof start === 'function') (start as () => void)(); // exported by every build that has start-up code, without arguments
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  });
  return glue;
}

/** The engine waits for its lock with a timer that it never clears; the process need not outlive its work for that. */
function withIdleTimers(glue: EngineModule): object {
  const timers = Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const idle = (callback: () => void, delay: number) => setTimeout(callback, delay).unref();
  return { ...glue, ...Object.fromEntries(timers.map((name) => [name, idle])) };
}
