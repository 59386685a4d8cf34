import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { bootSeededApi, type SeededApi } from '../../support/api.ts';
import { Client } from '../../support/client.ts';
import { body } from '../../support/work.ts';

interface Preview {
  readonly form: string;
  readonly encoding: string | null;
  readonly certain: boolean;
  readonly digest: string;
  readonly ignoredColumns: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  readonly rows: readonly {
    readonly line: number;
    readonly action: string;
    readonly title: string;
    readonly numbers: readonly string[];
    readonly issuedOn: string | null;
    readonly status: string | null;
    readonly flaw: { readonly code: string } | null;
    readonly near: readonly {
      readonly kind: string;
      readonly line: number | null;
      readonly regulation: object | null;
    }[];
  }[];
}
interface Sent<T> {
  readonly status: number;
  readonly body: T;
}

const CSV = readFileSync('test/fixtures/regulations/regulations.csv');

let api: SeededApi;
let editor: Client;
let auditor: Client;

beforeAll(async () => {
  api = await bootSeededApi();
  const [one, two] = [api.account('editor'), api.account('auditor')];
  editor = await Client.signIn(api.url, one.username, one.password);
  auditor = await Client.signIn(api.url, two.username, two.password);
});
afterAll(() => api.stop());

/** A file as the whole body. */
async function upload<T>(
  path: string,
  file: Uint8Array | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Sent<T>> {
  const response = await fetch(`${api.url}/api/regulations/imports${path}`, {
    method: 'POST',
    headers: {
      cookie: editor.cookie ?? '',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/octet-stream',
      'idempotency-key': randomUUID(),
      ...headers,
    },
    body: typeof file === 'string' ? file : new Uint8Array(file),
  });
  return { status: response.status, body: (await response.json()) as T };
}
const preview = async (file: Uint8Array | string, query = ''): Promise<Preview> => {
  const answer = await upload<Preview>(`/preview?name=a.csv${query}`, file);
  if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const confirm = (file: Uint8Array | string, digest: string, query = ''): Promise<Sent<Record<string, unknown>>> =>
  upload(`?name=a.csv&digest=${digest}${query}`, file);
const registered = async (): Promise<number> =>
  body(await editor.get<{ total: number }>('/regulations?registered=true&perPage=1')).total;

const CONTENT_TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`;
const relations = (target: string, type: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${target
    .split(' ')
    .map(
      (each, at) =>
        `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type.split(' ')[at] ?? ''}" Target="${each}"/>`,
    )
    .join('')}</Relationships>`;

/** A workbook as an office program writes it: inline strings, and a day as a number with a date's style. */
function workbook(sheetData: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const parts = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relations('xl/workbook.xml', 'officeDocument'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="文件" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheets/sheet1.xml styles.xml', 'worksheet styles'),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
const text = (at: string, value: string): string =>
  `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;

describe('a preview', () => {
  test('says of every row what would become of it, and stores nothing', async () => {
    const found = await preview(CSV);
    expect(found).toMatchObject({ form: 'csv', encoding: 'utf-8', certain: true, ignoredColumns: ['备注'] });
    expect(found.rows.map(({ line, action, flaw }) => [line, action, flaw?.code ?? null])).toEqual([
      [2, 'new', null],
      [3, 'new', null],
      [5, 'new', null],
      [6, 'new', null],
      [7, 'new', null],
      [8, 'unusable', 'row.date-unreadable'],
      [9, 'unusable', 'row.title-missing'],
    ]);
    expect(found.counts).toEqual({ new: 5, changed: 0, same: 0, unusable: 2, near: 4 });
    expect(found.rows[1]).toMatchObject({
      title: '某市公共服务办法（试行）\n',
      numbers: ['某政发〔2020〕1号', '某政发〔2021〕2号'],
      issuedOn: '2020-01-02',
      status: 'amended',
      near: [{ kind: 'similar', line: 5, regulation: null }],
    });
    expect(found.rows[4]?.near).toEqual([{ kind: 'version', line: 6, regulation: null }]);
    expect(await registered()).toBe(0);
  });

  test('reads the first sheet of a workbook, days and blanks as they stand', async () => {
    const file = workbook(
      `<row r="1">${text('A1', '标题')}${text('B1', '公布日期')}${text('C1', '文号')}</row>` +
        `<row r="3">${text('A3', ' 某办法 ')}<c r="B3" s="1"><v>43832</v></c>${text('C3', '某政发〔2020〕7号')}</row>`,
    );
    const found = await preview(file);
    expect(found).toMatchObject({ form: 'xlsx', encoding: null, certain: true });
    expect(found.rows).toMatchObject([
      { line: 3, action: 'new', title: ' 某办法 ', issuedOn: '2020-01-02', numbers: ['某政发〔2020〕7号'] },
    ]);
  });

  test('of a text in GB18030 asks a person to look first', async () => {
    const gb = Buffer.from('b1eacce20ab0ecb7a80a', 'hex');
    expect(await preview(gb)).toMatchObject({ encoding: 'gb18030', certain: false, rows: [{ title: '办法' }] });
    expect(await preview(gb, '&encoding=gb18030')).toMatchObject({ certain: true });
  });

  test.each<readonly [string, () => Uint8Array | string, number, string]>([
    ['nothing', () => '', 422, 'table.empty'],
    ['no column of titles', () => '文号\n1', 422, 'table.no-title-column'],
    ['a quote that is never closed', () => '标题\n"甲', 422, 'table.unclosed-quote'],
    ['an older workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 422, 'table.unreadable'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a00', 'hex'), 422, 'table.unreadable'],
    ['a workbook cut short', () => workbook('').subarray(0, 300), 422, 'table.unreadable'],
    ['a zip that is no workbook', () => zipSync({ 'a.txt': strToU8('甲') }), 422, 'table.unreadable'],
    ['a zip bomb', () => zipSync({ 'xl/a.xml': new Uint8Array(60_000_000) }, { level: 9 }), 422, 'table.too-heavy'],
    ['too many rows', () => `标题\n${'甲\n'.repeat(5_001)}`, 422, 'table.too-many-rows'],
    ['too many bytes', () => new Uint8Array(10 * 1024 * 1024 + 1), 413, 'request.too-large'],
  ])('of %s is refused', async (_, file, status, code) => {
    expect(await upload('/preview?name=a.csv', file())).toMatchObject({ status, body: { code } });
  });

  test('wants a file, a name that is one, and a person with the right', async () => {
    expect(await editor.post('/regulations/imports/preview?name=a', {})).toMatchObject({ status: 415 });
    expect(await upload('/preview', CSV)).toMatchObject({ status: 400, body: { errors: { name: {} } } });
    expect(await upload('/preview?name=a&encoding=latin1', CSV)).toMatchObject({ status: 400 });
    expect(await upload('/preview?name=a', CSV, { cookie: auditor.cookie ?? '' })).toMatchObject({ status: 403 });
  });
});

describe('confirming', () => {
  test('does what was seen, but for the lines that are left out, and tells each regulation from where it comes', async () => {
    const { digest } = await preview(CSV);
    const done = await confirm(CSV, digest, '&leaveOut=5,6');
    expect(done).toEqual({ status: 200, body: { added: 3, changed: 0 } });
    const { items } = body(
      await editor.get<{ items: { id: string; title: string }[] }>(
        `/regulations?q=${encodeURIComponent('养老服务条例')}&registered=true`,
      ),
    );
    expect(items).toMatchObject([{ title: '某市养老服务条例', issuedOn: '2024-03-01' }]);
    const history = body(await auditor.get(`/regulations/${items[0]?.id}/history`));
    expect(history).toMatchObject({
      items: [
        { action: 'regulation.registered', data: { file: { name: 'a.csv', line: 7, sha256: expect.any(String) } } },
      ],
    });
  });

  test('is refused where the registry moved on after the preview, and the new preview tells why', async () => {
    const { counts, digest } = await preview(CSV);
    expect(counts).toMatchObject({ new: 2, same: 3 });
    await editor.post('/regulations', { title: '某市公共服务的办法（试行）' });
    expect(await confirm(CSV, digest)).toMatchObject({ status: 409, body: { code: 'table.preview-changed' } });
    expect((await preview(CSV)).counts).toMatchObject({ new: 1 });
  });

  test('changes what a row says anew, and nothing where it says the same', async () => {
    const file = `名称,公布日期,时效性\n某市养老服务条例,2024-03-01,废止\n`;
    const { counts, digest } = await preview(file);
    expect(counts).toMatchObject({ changed: 1 });
    expect(await confirm(file, digest)).toMatchObject({ status: 200, body: { added: 0, changed: 1 } });
    const again = await preview(file);
    expect(again.counts).toMatchObject({ same: 1 });
    const before = await registered();
    expect(await confirm(file, again.digest)).toMatchObject({ body: { added: 0, changed: 0 } });
    expect(await registered()).toBe(before);
  });

  test('happens once, however often it is sent', async () => {
    const file = '标题\n只此一次的办法\n';
    const { digest } = await preview(file);
    const key = { 'idempotency-key': randomUUID() };
    const first = await upload(`?name=a.csv&digest=${digest}`, file, key);
    const second = await upload(`?name=a.csv&digest=${digest}`, file, key);
    expect([first, second]).toEqual([
      { status: 200, body: { added: 1, changed: 0 } },
      { status: 200, body: { added: 1, changed: 0 } },
    ]);
  });

  test('takes thousands of rows, and the ledger still holds', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => `第${at}号办法之${String(at * 7919)},批发〔2020〕${at}号`);
    const file = `标题,文号\n${rows.join('\n')}\n`;
    const { counts, digest } = await preview(file);
    expect(counts).toMatchObject({ new: 3_000 });
    expect(await confirm(file, digest)).toMatchObject({ status: 200, body: { added: 3_000 } });
    expect(body(await auditor.post('/ledger/verification'))).toMatchObject({ ok: true });
  });
});

test('nothing here was a failure of the service', () => {
  expect(api.output()).not.toContain('"msg":"unexpected"');
});
