import { createHash } from 'node:crypto';
import { SaxesParser } from 'saxes';
import { HOSTILE_TITLE, OPENING_MS, PublicSite, STANDARD } from '../../support/public-site.ts';

const DATA = `/api/public/standards/${STANDARD}`;
const PAGES = `/public/standards/${STANDARD}`;

let site: PublicSite;

beforeAll(async () => {
  site = await PublicSite.open();
}, OPENING_MS);
afterAll(() => site.stop());

/** Like a stranger's browser or program: no cookie, no following. */
function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(site.api.url + path, { redirect: 'manual', ...init });
}

async function json<T>(path: string): Promise<T> {
  const response = await ask(path);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

const text = async (path: string): Promise<string> => (await ask(path)).text();

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

interface Edition {
  readonly number: number;
  readonly label: string;
  readonly standing: string;
  readonly treeHash: string;
  readonly manifestHash: string;
  readonly withdrawal: { readonly from: string; readonly explanation: string } | null;
  readonly files: readonly {
    readonly format: string;
    readonly fileName: string;
    readonly sha256: string;
    readonly size: number;
    readonly link: string;
  }[];
  readonly entries: readonly { readonly code: string; readonly number: string; readonly link: string }[];
}

describe('every answer', () => {
  test.each([
    [DATA, 'public, max-age=300'],
    [`${DATA}/in-force`, 'public, max-age=300'],
    [`${DATA}/editions/2`, 'public, max-age=300'],
    [`${DATA}/entries/S010`, 'public, max-age=300'],
    [`${DATA}/editions/2/manifest`, 'public, max-age=31536000, immutable'],
    [`${DATA}/editions/2/files/docx`, 'public, max-age=31536000, immutable'],
    [`${DATA}/editions/2/entries/S010`, 'public, max-age=31536000, immutable'],
    [`${DATA}/editions/2/entries/S010/standard`, 'public, max-age=31536000, immutable'],
    ['/public', 'public, max-age=300'],
    [PAGES, 'public, max-age=300'],
    [`${PAGES}/feed`, 'public, max-age=300'],
    [`${PAGES}/editions/2`, 'public, max-age=300'],
    [`${PAGES}/editions/2/entries/S010`, 'public, max-age=300'],
    [`${PAGES}/entries/S010`, 'public, max-age=300'],
  ])('of %s can be kept, checked and read from any site, and sets no cookie', async (path, caching) => {
    const response = await ask(path);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const tag = response.headers.get('etag') ?? '';
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe(caching);
    // The tag is the hash of what was sent, and strong.
    expect(tag).toBe(`"${sha256(bytes)}"`);
    expect(response.headers.get('digest')).toBe(`sha-256=${Buffer.from(sha256(bytes), 'hex').toString('base64')}`);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('vary')).toBeNull();
    expect(response.headers.get('content-security-policy')).not.toMatch(/script|unsafe|\*/);

    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await ask(path, { headers: { 'if-none-match': known } });
      expect([known, again.status, await again.text(), again.headers.get('etag')]).toEqual([known, 304, '', tag]);
      expect(again.headers.get('cache-control')).toBe(caching);
    }
    expect((await ask(path, { headers: { 'if-none-match': '"x"' } })).status).toBe(200);

    const head = await ask(path, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', tag]);
    expect(head.headers.get('content-length')).toBe(String(bytes.length));
  });

  test('is the same for a person who is signed in', async () => {
    const headers = { cookie: site.people.editor.cookie ?? '' };
    const [stranger, editor] = await Promise.all([text(PAGES), (await ask(PAGES, { headers })).text()]);
    expect(editor).toBe(stranger);
  });
});

describe('what was frozen', () => {
  test('comes back to the byte, under its name', async () => {
    const { files } = await json<Edition>(`${DATA}/editions/2`);
    expect(files.map(({ format }) => format)).toEqual(expect.arrayContaining(['docx', 'html', 'json', 'txt']));
    const second = site.editions[1]?.id ?? '';
    for (const { format, fileName, sha256: hash, size, link } of files) {
      const response = await ask(link);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const inside = await ask(`/api/editions/${second}/export/${format}`, {
        headers: { cookie: site.people.editor.cookie ?? '' },
      });
      expect(Buffer.from(bytes).equals(Buffer.from(await inside.arrayBuffer()))).toBe(true);
      expect([bytes.length, sha256(bytes)]).toEqual([size, hash]);
      expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(`''${fileName}`);
    }
  });

  test('is vouched for by the manifest, whose hash is that of its bytes', async () => {
    const { manifestHash, files } = await json<Edition>(`${DATA}/editions/2`);
    const manifest = await text(`${DATA}/editions/2/manifest`);
    expect(sha256(manifest)).toBe(manifestHash);
    for (const { sha256: hash } of files) expect(manifest).toContain(hash);
  });

  test('is read by entry and by provision', async () => {
    const { entries } = await json<Edition>(`${DATA}/editions/2`);
    expect(entries).toHaveLength(96);
    const entry = await json<{ title: string; hash: string; provisions: Record<string, string> }>(
      `${DATA}/editions/2/entries/S001`,
    );
    expect(entry).toMatchObject({ title: HOSTILE_TITLE, provisions: { content: `${HOSTILE_TITLE}\n  第二行` } });
    expect(await text(`${DATA}/editions/2/manifest`)).toContain(entry.hash);
    expect(await json(`${DATA}/editions/2/entries/S010/standard`)).toMatchObject({
      key: 'standard',
      label: '服务标准',
      text: '每人每月2800元。',
      edition: { number: 2, label: '2026年版' },
      entry: { code: 'S010', number: '10' },
    });
    expect(await json(`${DATA}/editions/2/entries/S016`)).toMatchObject({
      provisions: null,
      items: [
        { code: 'S016-1', number: '16（1）' },
        { code: 'S016-2', number: '16（2）' },
      ],
    });
  });
});

describe('in force', () => {
  test.each([
    ['2024-01-01', 1],
    ['2026-02-28', 1],
    ['2026-03-01', 2],
    ['2998-12-31', 2],
    ['2999-01-01', 3],
  ])('on %s is publication %i', async (day, number) => {
    expect(await json(`${DATA}/in-force?on=${day}`)).toMatchObject({ on: day, number, standard: { code: STANDARD } });
    const page = await ask(`${PAGES}/in-force?on=${day}&lang=en`);
    expect([page.status, page.headers.get('location')]).toEqual([302, `${PAGES}/editions/${number}?lang=en`]);
  });

  test('on a day before the first there is none', async () => {
    expect((await ask(`${DATA}/in-force?on=2023-12-31`)).status).toBe(404);
    const page = await ask(`${PAGES}/in-force?on=2023-12-31`);
    expect([page.status, (await page.text()).includes('2023年12月31日没有有效的版本。')]).toEqual([404, true]);
  });

  test('today is what the list says too', async () => {
    const today = await json<Edition>(`${DATA}/in-force`);
    const list = await json<{ inForce: number; editions: Edition[] }>(DATA);
    expect(today.number).toBe(2);
    expect(list.inForce).toBe(2);
    expect(list.editions.map(({ standing }) => standing)).toEqual(['superseded', 'in-force', 'upcoming']);
  });

  test.each(['2026-02-30', 'heute', '2026-3-1', ''])('a day that is none is refused: %s', async (day) => {
    expect((await ask(`${DATA}/in-force?on=${day}`)).status).toBe(400);
  });
});

test('the history of an entry says what changed from one publication to the next', async () => {
  const { steps } = await json<{ steps: { edition: Edition; changes: string[]; provisions: object }[] }>(
    `${DATA}/entries/S010`,
  );
  expect(steps.map(({ edition, changes }) => [edition.number, changes])).toEqual([
    [1, ['first']],
    [2, ['amended']],
    [3, []],
  ]);
  expect(steps[1]?.provisions).toEqual({
    standard: [
      { op: 'equal', text: '每人每月' },
      { op: 'delete', text: '2600元' },
      { op: 'insert', text: '2800元' },
      { op: 'equal', text: '。' },
    ],
  });
  const page = await text(`${PAGES}/entries/S010`);
  expect(page).toContain('<del>2600元</del><ins>2800元</ins>');
});

describe('an edition is found by what its documents show', () => {
  test('by the code at the foot of its pages', async () => {
    const { code } = await json<{ code: string }>(`${DATA}/editions/1/manifest`);
    expect(await json(`/api/public/look-up/${code}`)).toMatchObject({ items: [{ number: 1 }] });
    expect((await ask(`/public/look-up?code=${code.toLowerCase()}`)).headers.get('location')).toBe(
      `${PAGES}/editions/1`,
    );
  });

  test('by a hash, whole or by its beginning as it is printed', async () => {
    const { treeHash, manifestHash } = await json<Edition>(`${DATA}/editions/1`);
    const short = `${treeHash.slice(0, 4)}·${treeHash.slice(4, 8)}`.toUpperCase();
    for (const hash of [treeHash, manifestHash, encodeURIComponent(short)]) {
      expect(await json(`/api/public/look-up/${hash}`)).toMatchObject({ items: [{ number: 1 }] });
      const page = await ask(`/public/look-up?code=${hash}`);
      expect([page.status, page.headers.get('location')]).toEqual([302, `${PAGES}/editions/1`]);
    }
  });

  test('and two editions of one text by its hash', async () => {
    const { treeHash } = await json<Edition>(`${DATA}/editions/2`);
    expect(await json(`/api/public/look-up/${treeHash}`)).toMatchObject({ items: [{ number: 2 }, { number: 3 }] });
    const page = await ask(`/public/look-up?code=${treeHash}`);
    expect([page.status, (await page.text()).match(/editions\/[23]"/g)]).toEqual([200, ['editions/2"', 'editions/3"']]);
  });

  test.each([
    ['00000000', 404, 404],
    ['abc', 404, 400],
    ['%25%25%25%25%25%25%25%25', 404, 400],
  ])('%s finds none', async (hash, data, page) => {
    expect((await ask(`/api/public/look-up/${hash}`)).status).toBe(data);
    expect((await ask(`/public/look-up?code=${hash}`)).status).toBe(page);
  });
});

test('the feed is Atom that names every publication', async () => {
  const feed = await text(`${PAGES}/feed`);
  const opened: string[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local }) => opened.push(`${uri} ${local}`));
  parser.on('text', (part) => texts.push(part));
  parser.write(feed).close();
  const count = (name: string): number =>
    opened.filter((each) => each === `http://www.w3.org/2005/Atom ${name}`).length;
  // RFC 4287: a feed and each entry have one id, one title, one updated; the feed has an author and a link to itself.
  expect(['feed', 'entry', 'id', 'title', 'updated', 'author'].map(count)).toEqual([1, 3, 4, 4, 4, 1]);
  expect(feed).toContain(`<link rel="self" type="application/atom+xml" href="${PAGES}/feed" />`);
  expect(texts.filter((each) => /^ni:\/\/\/sha-256;[\w-]{43}$/.test(each))).toHaveLength(4);
  for (const stamp of feed.match(/<updated>([^<]*)/g) ?? []) expect(stamp).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

describe('a page', () => {
  test('escapes what the standard says, to the character', async () => {
    const escaped = `&lt;b&gt;甲&lt;/b&gt; &amp; &quot;乙&quot; &#39;丙&#39; ]]&gt; &lt;!-- 丁`;
    for (const path of [`${PAGES}/editions/2`, `${PAGES}/editions/2/entries/S001`, `${PAGES}/entries/S001`]) {
      const page = await text(path);
      expect(page).toContain(escaped);
      expect(page).not.toMatch(/<b>|<!-- 丁/);
    }
    expect(await text(`${PAGES}/editions/2`)).toContain(`<dd lang="zh-CN">${escaped}\n  第二行</dd>`);
  });

  test('has an anchor for every entry and provision, each once, and every link within it leads somewhere', async () => {
    const page = await text(`${PAGES}/editions/2`);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['S010', 'S010-standard', 'S016-1', 'S016-1-leadAgency', 'section-1']));
    for (const [, anchor = ''] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(decodeURIComponent(anchor));
  });

  test('of a provision is its place in the entry', async () => {
    const response = await ask(`${PAGES}/editions/2/entries/S010/standard?lang=en`);
    expect(response.headers.get('location')).toBe(`${PAGES}/editions/2/entries/S010?lang=en#S010-standard`);
  });

  test('runs nothing, and its only script element is data', async () => {
    const page = await text(`${PAGES}/editions/2`);
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(JSON.parse(block)).toMatchObject({
      '@type': 'Legislation',
      legislationDateVersion: '2026-03-01',
      legislationLegalForce: 'https://schema.org/InForce',
    });
    expect(page).not.toMatch(/ on\w+=| style=|javascript:/);
  });

  test('speaks English where asked, and leaves the text Chinese', async () => {
    const page = await text(`${PAGES}/editions/3?lang=en`);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('it takes effect on 1 January 2999.');
    expect(page).toContain('<h1 lang="zh-CN">北京市基本公共服务实施标准（2999年版）</h1>');
  });

  test('is the same page with a key that a messenger added', async () => {
    const response = await ask(`${PAGES}/editions/2?from=timeline&lang=en`);
    expect([response.status, response.headers.get('location')]).toEqual([302, `${PAGES}/editions/2?lang=en`]);
  });

  test('has a style sheet that never changes under its name', async () => {
    const [, href = ''] = /rel="stylesheet" href="([^"]*)"/.exec(await text('/public')) ?? [];
    const response = await ask(href);
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });
});

describe('once it is withdrawn', () => {
  const explanation = '第10条的标准有误 <b>，更正后另行发布。';
  let from: string;

  beforeAll(async () => {
    from = await site.withdraw(explanation);
  });

  test('an edition says so and why, and its text is still read', async () => {
    expect(await json(`${DATA}/editions/2`)).toMatchObject({
      standing: 'withdrawn',
      withdrawal: { from, explanation },
    });
    const page = await text(`${PAGES}/editions/2/entries/S010`);
    const [year, month, day] = from.split('-').map(Number);
    expect(page).toContain(`本版自${year}年${month}月${day}日起撤回，不再有效。`);
    expect(page).toContain('第10条的标准有误 &lt;b&gt;，更正后另行发布。');
    expect(page).toContain('每人每月2800元。');
    expect(await text(`${PAGES}/feed`)).toContain('撤回');
  });

  test('the one before it is in force again from that day on', async () => {
    const dayBefore = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10);
    for (const [day, number] of [
      [dayBefore, 2],
      [from, 1],
      ['2999-01-01', 3],
    ] as const) {
      expect(await json(`${DATA}/in-force?on=${day}`)).toMatchObject({ number });
    }
    expect(await json(`${DATA}/in-force`)).toMatchObject({ number: 1, standing: 'in-force' });
  });
});
