import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../../support/browser.ts';
import type { Measure } from '../report.ts';
import { median } from '../rounds.ts';
import type { World } from '../world.ts';

/** What a first visit fetches and how long the desk takes to answer to a person; fonts are counted apart. */
export async function measureDesk(world: World): Promise<Measure[]> {
  const browser = await launchBrowser();
  try {
    const times: number[] = [];
    const fetched = new Set<string>();
    for (let round = 0; round < 3; round++) {
      const context = await browser.newContext({ locale: 'zh-CN', extraHTTPHeaders: {} });
      const cookie = world.editor.cookie ?? '';
      const [name = ''] = cookie.split('=', 1);
      const value = cookie.slice(name.length + 1);
      await context.addCookies([{ name, value, url: world.apiUrl }]);
      const page = await context.newPage();
      page.on('response', (response) => fetched.add(new URL(response.url()).pathname));
      const start = performance.now();
      await page.goto(`${world.apiUrl}/editions/${world.standard.editionId}`);
      await page
        .getByRole('link', { name: /免费孕前优生健康检查/ })
        .first()
        .click({ timeout: 15_000 });
      times.push(performance.now() - start);
      await context.close();
    }
    return [
      sizeOf(fetched),
      {
        work: 'the edition page interactive, ms',
        measured: `median of ${times.map((time) => time.toFixed(0)).join(', ')} ms`,
        figure: median(times),
        limit: { atMost: 2500 },
      },
    ];
  } finally {
    await browser.close();
  }
}

function sizeOf(fetched: ReadonlySet<string>): Measure {
  const folder = join('apps', 'admin', 'dist');
  const names = readdirSync(folder, { recursive: true }).map(String);
  const loaded = names.filter(
    (name) => /\.(js|css|html)$/.test(name) && (name === 'index.html' || fetched.has(`/${name}`)),
  );
  const bytes = loaded.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  return {
    work: 'the admin’s first load, gzip, kB',
    measured: `${loaded.length} files`,
    figure: bytes / 1000,
    limit: { atMost: 450 },
    details: loaded,
  };
}
