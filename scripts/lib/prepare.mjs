/** Generates and builds what is stale. Quiet where there is nothing to do; `log` takes one line of progress. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { toolEnvironment } from './run.mjs';
import { pinnedNode, root, stateFolder } from './root.mjs';
import { whenStale } from './stamps.mjs';

const schema = 'prisma/schema.prisma';
const config = ['package-lock.json', 'package.json', 'tsconfig.base.json', 'nx.json'];

/** Prisma's client, written from the schema into apps/api/src/generated. */
export function prepareClient(log) {
  return whenStale(
    { name: 'client', inputs: [schema, 'package-lock.json'], outputs: ['apps/api/src/generated'] },
    async () => {
      log('Generating the database client …');
      // `prisma generate` asks for a schema engine that it does not use here; any file that exists will do.
      const env = {
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      };
      await tool('prisma', ['generate', '--schema', schema], env);
    },
  );
}

/** The compiled API and the admin's pages: apps/api/dist and apps/admin/dist. */
export async function prepareBuild(log) {
  const release = await alone();
  try {
    await prepareClient(log);
    return await whenStale(
      {
        name: 'build',
        inputs: [...config, schema, 'packages', 'apps/api', 'apps/admin'],
        outputs: ['apps/api/dist/main.js', 'apps/api/dist/seed.js', 'apps/admin/dist/index.html'],
      },
      async () => {
        log('Building the API and the admin …');
        await tool('nx', ['run-many', '-t', 'build', '--output-style=static'], { NX_DAEMON: 'false', NX_TUI: 'false' });
      },
    );
  } finally {
    release();
  }
}

/** Runs an installed tool; its output is shown only when it fails, because a quiet build is the common case. */
function tool(name, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(pinnedNode(), [join(root, 'node_modules', '.bin', name), ...args], {
      cwd: root,
      env: toolEnvironment({ ...env, NO_COLOR: '1', FORCE_COLOR: undefined }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      reject(new Error(`${name} ${args[0]} ended with ${signal ?? `status ${code}`}; its own messages stand above.`));
    });
  });
}

/** Waits until no other command builds in this checkout. The lock is a listening socket: a killed holder frees it. */
async function alone() {
  mkdirSync(stateFolder, { recursive: true });
  const path = process.platform === 'linux' ? `\0dingben-build-${root}`.slice(0, 107) : null;
  if (path === null) return () => undefined;
  for (;;) {
    const server = createServer();
    const taken = await new Promise((resolve, reject) => {
      server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
      server.listen({ path }, () => resolve(true));
    });
    if (taken) return () => server.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
