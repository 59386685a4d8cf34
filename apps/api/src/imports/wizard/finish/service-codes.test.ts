import type { Entry, Outline } from '@dingben/outline';
import { withServiceCodes } from './service-codes.ts';

const texts = { targetGroup: '', content: '', standard: '', funding: '', leadAgency: '' };
const leaf = (title: string): Entry => ({ number: '', title, provisions: texts });

function outlineOf(first: readonly Entry[], inner: readonly Entry[]): Outline {
  const sections = [{ kind: 'category', number: '一', title: '', entries: inner }] as const;
  return {
    schema: 'dingben.outline/1',
    title: '',
    edition: '',
    sections: [{ kind: 'chapter', number: '一', title: '', sections, entries: first }],
  };
}

function codes({ sections: [chapter] }: Outline): (string | undefined)[] {
  const all = [...(chapter?.entries ?? []), ...(chapter?.sections?.[0]?.entries ?? [])];
  return all.flatMap((entry) => [entry.code, ...(entry.items ?? []).map((item) => item.code)]);
}

test('entries go on with their services, and new ones get the next codes of the standard', () => {
  const outline = outlineOf(
    [leaf('known'), leaf('new')],
    [{ number: '', title: 'service', items: [leaf('item'), leaf('new item')] }, leaf('new too')],
  );
  const coded = withServiceCodes(
    outline,
    ['S007', null, 'S016', 'S016-1', null, null],
    ['S007', 'S016', 'S016-1', 'S016-2', 'S089'],
  );
  expect(codes(coded)).toEqual(['S007', 'S090', 'S016', 'S016-1', 'S016-3', 'S091']);
});

test('a standard without services begins at 1', () => {
  const outline = outlineOf([leaf('a')], [{ number: '', title: 'b', items: [leaf('c'), leaf('d')] }]);
  expect(codes(withServiceCodes(outline, [null, null, null, null], []))).toEqual(['S001', 'S002', 'S002-1', 'S002-2']);
});

test('codes of another form are left alone and counted nowhere', () => {
  const outline = outlineOf([leaf('a'), leaf('b')], []);
  expect(codes(withServiceCodes(outline, ['SX', null], ['SX', 'S12A', 'S003']))).toEqual(['SX', 'S004']);
});
