import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '../database/roles.ts';
import { apiEnvironment, type ApiPlan } from './api.ts';

/** One line of accounts.json. */
export interface SignIn {
  readonly role: string;
  readonly username: string;
  readonly password: string;
}

/**
 * Loads the bundled standard and the first accounts where this database has not had them. The seed itself may run twice
 * without harm; the stamp in the data folder only saves the time.
 */
export async function seedOnce(plan: ApiPlan, ownerUrl: string, log: () => void): Promise<void> {
  const stamp = join(plan.dataFolder, 'seeded');
  const database = await identityOf(ownerUrl);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === database) return;
  log();
  await runSeed(plan);
  writeFileSync(`${stamp}.new`, database);
  renameSync(`${stamp}.new`, stamp);
}

async function identityOf(ownerUrl: string): Promise<string> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ identity: string }>(
      `SELECT system_identifier || '/' || oid AS identity FROM pg_control_system(), pg_database WHERE datname = current_database()`,
    );
    return rows[0]?.identity ?? '';
  });
}

function runSeed(plan: ApiPlan): Promise<void> {
  const program = join(plan.root, 'apps', 'api', 'dist', 'seed.js');
  return new Promise((resolve, reject) => {
    // `detached`: Ctrl-C is answered when it has finished, not in the middle of it.
    const options = { cwd: plan.root, env: apiEnvironment(plan), detached: true };
    const child = spawn(process.execPath, [program], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `The standard was not loaded (${signal ?? `status ${code ?? 0}`}):\n${Buffer.concat(output).toString()}`,
          ),
        );
    });
  });
}

/** The first accounts, where the file that the seed wrote is still there. */
export function firstAccounts(dataFolder: string): readonly SignIn[] {
  const file = accountsFile(dataFolder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SignIn[]) : [];
}

export function accountsFile(dataFolder: string): string {
  return join(dataFolder, 'accounts.json');
}
