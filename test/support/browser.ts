import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as playwright, type Browser } from 'playwright-core';

/** Where the packaged Chromium is unpacked; kept between runs. */
const FOLDER = join(process.cwd(), 'node_modules', '.cache', 'chromium');

/**
 * A real Chromium from the package registry, so that the browser tests run where nothing is installed.
 * `CHROMIUM_PATH` names another one.
 */
export async function launchBrowser(): Promise<Browser> {
  const installed = process.env['CHROMIUM_PATH'];
  if (installed !== undefined) return playwright.launch({ executablePath: installed, args: ['--no-sandbox'] });
  const { executablePath, env } = await unpack();
  return playwright.launch({
    executablePath,
    env,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
}

/**
 * The package brings the system libraries that Chromium needs, but unpacks them only where it takes the machine for
 * the cloud function that it was made for; so it is told that it is there, and told to unpack into our own folder.
 */
async function unpack(): Promise<{ executablePath: string; env: Record<string, string> }> {
  mkdirSync(FOLDER, { recursive: true });
  const before = {
    TMPDIR: process.env['TMPDIR'],
    AWS: process.env['AWS_EXECUTION_ENV'],
    LD: process.env['LD_LIBRARY_PATH'],
  };
  process.env['TMPDIR'] = FOLDER;
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    return { executablePath, env: { ...environment(before.TMPDIR), LD_LIBRARY_PATH: join(FOLDER, 'al2023', 'lib') } };
  } finally {
    restore('TMPDIR', before.TMPDIR);
    restore('AWS_EXECUTION_ENV', before.AWS);
    restore('LD_LIBRARY_PATH', before.LD);
  }
}

function environment(temporary: string | undefined): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(kept), TMPDIR: temporary ?? '/tmp' };
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) Reflect.deleteProperty(process.env, name);
  else process.env[name] = value;
}
