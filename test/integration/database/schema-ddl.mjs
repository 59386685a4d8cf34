/** Prints the SQL that Prisma's engine makes of prisma/schema.prisma on an empty database; given the address of one. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { noFilters, openEngine } from '../../../apps/cli/src/database/engine.ts';

const root = resolve(import.meta.dirname, '..', '..', '..');
const content = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8');
const { engine, close } = await openEngine(root, process.argv[2], content);
const { stdout } = await engine.diff({
  from: { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] },
  script: true,
  shadowDatabaseUrl: null,
  exitCode: null,
  filters: noFilters,
});
process.stdout.write(stdout);
await close();
