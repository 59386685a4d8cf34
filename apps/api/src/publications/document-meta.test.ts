import { documentMeta, type EditionFacts } from './document-meta.ts';

const draft: EditionFacts = {
  state: 'drafting',
  effectiveOn: null,
  publishedOn: null,
  publishedCommitId: null,
  publishedCode: null,
  headCommitId: 'head',
};
const head = { id: 'head', number: 12, treeHash: 'hash' };
const earlier = { id: 'earlier', number: 3, treeHash: 'other' };

test.each(['drafting', 'consulting', 'finalising', 'scheduled', 'abandoned'])(
  'a text that is %s is a draft',
  (state) => {
    expect(documentMeta({ ...draft, state }, head)).toEqual({ treeHash: 'hash', draft: '草案 第12次提交' });
  },
);

test('what was published says its days and its code, and what came before it on the way is a draft still', () => {
  const published = {
    ...draft,
    state: 'published',
    effectiveOn: '2026-01-01',
    publishedOn: '2025-12-01',
    publishedCommitId: 'head',
    publishedCode: '7K2M-9QX4',
  };
  const meta = { treeHash: 'hash', publishedOn: '2025-12-01', effectiveOn: '2026-01-01', code: '7K2M-9QX4' };
  expect(documentMeta(published, head)).toEqual(meta);
  expect(documentMeta({ ...published, state: 'superseded' }, head)).toEqual(meta);
  expect(documentMeta(published, earlier)).toEqual({ treeHash: 'other', draft: '草案 第3次提交' });
});

test.each(['imported', 'superseded'])('an imported edition that is %s was issued elsewhere', (state) => {
  expect(documentMeta({ ...draft, state }, head)).toEqual({ treeHash: 'hash' });
});
