import { execFile } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeBundle, readCode, readZip, type Keys } from '@dingben/publication';
import { strFromU8, unzipSync } from 'fflate';
import { body, carryThrough, cause, causeEdition, openAmendment, revise } from '../../support/work.ts';
import { Desk, type Person } from '../amendments/desk.ts';

let desk: Desk;
let editor: Person;
let reviewer: Person;
let publisher: Person;
let bundle: Buffer;
const folder = mkdtempSync(join(tmpdir(), 'dingben-bundle-'));

async function download(): Promise<Buffer> {
  const response = await fetch(`${desk.api.url}/api/editions/${desk.editionId}/publication/bundle`, {
    headers: { cookie: editor.cookie ?? '' },
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return Buffer.from(await response.arrayBuffer());
}

interface Verified {
  readonly status: number;
  readonly out: string;
}

/** The command line as a process of its own, that knows of no database and of no data folder. */
function verifyOffline(bytes: Uint8Array, ...more: string[]): Promise<Verified> {
  const file = join(folder, '凭证.zip');
  writeFileSync(file, bytes);
  const main = join(__dirname, '../../../apps/cli/src/main.ts');
  const options = { cwd: folder, env: { LANG: 'en_GB.UTF-8', INIT_CWD: folder } };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, 'verify', file, ...more], options, (error, out) => {
      resolve({ status: error === null ? 0 : Number(error.code), out });
    });
  });
}

const keys: Keys = {
  own: null,
  verifierOf: (pem) => {
    try {
      const key = createPublicKey(pem);
      if (key.export({ type: 'spki', format: 'pem' }) !== pem) return null;
      return (bytes, signature) => verify(null, bytes, key, signature);
    } catch {
      return null;
    }
  },
};

/** Two amendments of one entry that are approved side by side, so that the second merge joins them. */
async function joinTwo(): Promise<void> {
  const entry = await desk.entry(editor, '10');
  const [first, second] = [await desk.open(editor, '提高标准'), await desk.open(editor, '扩大对象')];
  await revise(editor, first.id, entry, { standard: '每人每月2800元。' });
  await revise(editor, second.id, entry, { targetGroup: '本市常住居民。' });
  for (const { id } of [first, second]) {
    await cause(editor, id, 'submit');
    await cause(reviewer, id, 'approve');
  }
  for (const { id } of [first, second]) await cause(editor, id, 'merge');
}

beforeAll(async () => {
  desk = await Desk.open();
  [editor, reviewer, publisher] = await Promise.all([
    desk.person('editor'),
    desk.person('reviewer'),
    desk.person('publisher'),
  ]);
  await joinTwo();
  const sections = await desk.sections(editor);
  const provisions = (await desk.entry(editor, '3')).provisions;
  const changes = [
    { kind: 'add', sectionKey: sections.at(-1)?.sections?.at(-1)?.key, title: '新增服务', provisions },
    { kind: 'remove', serviceId: (await desk.entry(editor, '16')).serviceId },
    { kind: 'remove', serviceId: (await desk.entry(editor, '20')).serviceId },
  ];
  for (const change of changes) {
    const { id } = await openAmendment(editor, desk.editionId, change.kind);
    body(await editor.post(`/amendments/${id}/edits`, change));
    await carryThrough(editor, reviewer, id);
  }
  const { items } = body(
    await editor.get<{ items: { id: string; version: number }[] }>(
      `/editions/${desk.editionId}/findings?severity=error&state=open&perPage=100`,
    ),
  );
  for (const { id, version } of items)
    body(
      await editor.post(
        `/editions/${desk.editionId}/findings/${id}/answer`,
        { state: 'accepted', answer: '保留。' },
        { version },
      ),
    );
  await causeEdition(editor, desk.editionId, 'finalise');
  await causeEdition(editor, desk.editionId, 'schedule', { effectiveDate: '2026-01-01' });
  await causeEdition(publisher, desk.editionId, 'publish');
  bundle = await download();
});
afterAll(() => desk.stop());

test('the code of the publication stands at the foot of its documents', async () => {
  const { code } = body(await editor.get<{ code: string }>(`/editions/${desk.editionId}/publication`));
  expect(readCode(code)).toBe(code);
  const files = unzipSync(bundle);
  const names = Object.keys(files);
  const html = names.find((name) => name.endsWith('.html')) ?? '';
  expect(strFromU8(files[html] ?? new Uint8Array())).toContain(`核验码：<span>${code}</span>`);
  const docx = unzipSync(files[names.find((name) => name.endsWith('.docx')) ?? ''] ?? new Uint8Array());
  for (const footer of ['word/footer1.xml', 'word/footer2.xml'])
    expect(strFromU8(docx[footer] ?? new Uint8Array())).toContain(`核验码 ${code}`);
});

test('the bundle is an ordinary archive of manifest, proof, key and every frozen file, the same bytes each time', async () => {
  const { artefacts } = body(
    await editor.get<{ artefacts: { fileName: string }[] }>(`/editions/${desk.editionId}/publication`),
  );
  const names = Object.keys(unzipSync(bundle));
  expect(names.slice(0, 3)).toEqual(['manifest.json', 'proof.json', 'public-key.pem']);
  expect(names.slice(3).sort()).toEqual(artefacts.map(({ fileName }) => `files/${fileName}`).sort());
  expect((await download()).equals(bundle)).toBe(true);
});

test('it names no person', () => {
  const proof = strFromU8(unzipSync(bundle)['proof.json'] ?? new Uint8Array());
  for (const person of [editor, reviewer, publisher]) {
    expect(proof).toContain(person.accountId);
    expect(proof).not.toContain(person.username);
  }
});

test('it is verified offline, with its own key and with a copy of it', async () => {
  const own = await verifyOffline(bundle);
  expect(own).toMatchObject({ status: 0 });
  expect(own.out).toContain('Verified');
  expect(own.out).toContain('key: came from the bundle itself');
  const copy = join(folder, 'copy.pem');
  writeFileSync(copy, readFileSync(join(desk.api.database.dataFolder, 'checkpoints', 'public-key.pem')));
  const held = await verifyOffline(bundle, '--key', copy);
  expect([held.status, held.out.includes('key: the one that was given')]).toEqual([0, true]);
  const other = join(folder, 'other.pem');
  writeFileSync(other, generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }));
  const refused = await verifyOffline(bundle, '--key', other);
  expect([refused.status, refused.out.includes('(key.other)')]).toEqual([1, true]);
});

test('an altered byte is found wherever it is, and the file is named', async () => {
  const members = readZip(bundle) ?? [];
  for (const { name, bytes } of members) {
    const start = bytes.byteOffset - bundle.byteOffset;
    for (const at of [0, Math.floor(bytes.length / 3), bytes.length - 1]) {
      const altered = Buffer.from(bundle);
      altered[start + at] = (altered[start + at] ?? 0) ^ 1;
      const { ok, fault } = judgeBundle(altered, keys);
      expect([name, at, ok]).toEqual([name, at, false]);
      if (name.startsWith('files/')) expect(fault).toEqual({ code: 'file.altered', subject: name.slice(6) });
    }
  }
  const last = members.at(-1);
  if (last === undefined) throw new Error('an empty bundle');
  const altered = Buffer.from(bundle);
  const at = last.bytes.byteOffset - bundle.byteOffset + 100;
  altered[at] = (altered[at] ?? 0) ^ 1;
  const found = await verifyOffline(altered);
  expect(found.status).toBe(1);
  expect(found.out).toContain(`NOT verified: a published file was altered: ${last.name.slice(6)}`);
});

test('what is not published has no bundle', async () => {
  const draft = (await editor.get<{ items: { id: string; state: string }[] }>('/editions')).body.items.find(
    ({ state }) => state !== 'published',
  );
  expect(await editor.get(`/editions/${draft?.id ?? ''}/publication/bundle`)).toMatchObject({
    status: 404,
    body: { code: 'publication.not-found' },
  });
});
