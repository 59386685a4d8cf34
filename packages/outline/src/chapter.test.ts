import { chapterOf, chapters, entries, type Outline } from './index.ts';

const outline: Outline = {
  schema: 'dingben.outline/1',
  title: '某标准（2023年版）',
  edition: '2023年版',
  sections: [
    { kind: 'chapter', number: '一', title: '幼有所育', entries: [{ number: '1', title: '甲' }] },
    {
      kind: 'chapter',
      number: '二',
      title: '学有所教',
      sections: [{ kind: 'category', number: '四', title: '乙类', entries: [{ number: '2', title: '乙' }] }],
    },
  ],
  findings: [{ code: 'reader.heading-lost', severity: 'warning' }],
};

test('a chapter keeps the title, the edition and its own numbers', () => {
  const narrowed = chapterOf(outline, '二');
  expect(narrowed).toEqual({
    schema: 'dingben.outline/1',
    title: outline.title,
    edition: outline.edition,
    sections: [outline.sections[1]],
  });
  expect(narrowed && [...entries(narrowed)].map(({ path }) => path)).toEqual(['2']);
});

test('a category or a number that there is not is no chapter', () => {
  expect(chapters(outline).map(({ title }) => title)).toEqual(['幼有所育', '学有所教']);
  expect(chapterOf(outline, '四')).toBeNull();
  expect(chapterOf(outline, '')).toBeNull();
});
