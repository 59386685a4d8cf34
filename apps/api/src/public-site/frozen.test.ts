import { canonicalJson } from '@dingben/kernel';
import { sha256 } from '@dingben/kernel/hash';
import type { Outline } from '@dingben/outline';
import { treeHash, treeNodes } from '@dingben/outline/hash';
import { writeJson } from '@dingben/writer';
import { frozenOf } from './frozen.ts';
import type { FrozenRow } from './published.repository.ts';

const provisions = { targetGroup: '甲', content: '乙', standard: '丙', funding: '丁', leadAgency: '戊' };
const outline: Outline = {
  schema: 'dingben.outline/1',
  title: '标准（2026年版）',
  edition: '2026年版',
  sections: [
    { kind: 'chapter', number: '一', title: '章', entries: [{ number: '1', title: '项', code: 'S001', provisions }] },
  ],
};

function rowOf(
  text: Outline,
  manifestOf = (hash: string) => ({ artefacts: [{ format: 'json', sha256: hash }] }),
): FrozenRow {
  const json = Buffer.from(writeJson(text));
  const manifest = canonicalJson(manifestOf(sha256(json)));
  return { manifest, manifestHash: sha256(manifest), treeHash: treeHash(treeNodes(text)), json, files: [] };
}

const row = rowOf(outline);

test('a frozen text is the outline that was published, with its entries by their codes', () => {
  const { outline: read, byCode } = frozenOf(row);
  expect(read).toEqual(outline);
  expect(byCode.get('S001')).toMatchObject({ path: '1', entry: { provisions } });
});

test.each<[string, Partial<FrozenRow>]>([
  ['of which a byte is another', { json: Buffer.from(writeJson(outline).replace('丙', '炳')) }],
  ['whose manifest was changed', { manifest: row.manifest.replace('json', 'jsom') }],
  ['that the manifest does not name', rowOf(outline, () => ({ artefacts: [] }))],
  ['whose outline is not the one that was published', { treeHash: '0'.repeat(64) }],
])('a text %s is not shown', (_, change) => {
  expect(() => frozenOf({ ...row, ...change })).toThrow(/hash|names no file/);
});
