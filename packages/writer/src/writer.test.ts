import type { Outline } from '@dingben/outline';
import { normalisations, writeJson, writeText } from './index.ts';

const provisions = { targetGroup: '甲。', content: '乙。\n丙。', standard: '', funding: '丁。', leadAgency: '戊。' };
const outline: Outline = {
  schema: 'dingben.outline/1',
  title: '某标准',
  edition: '',
  sections: [
    {
      kind: 'chapter',
      number: '一',
      title: '章',
      sections: [
        {
          kind: 'category',
          number: '一',
          title: '类',
          restored: true,
          entries: [{ number: '1', title: 'A', items: [{ number: '1', title: 'A1', provisions }] }],
        },
      ],
    },
  ],
};

describe('writeText', () => {
  test('prints title, headings, entries and labelled provisions, a paragraph a line', () => {
    expect(writeText(outline)).toBe(
      '某标准\n一、章\n（一）类\n1.A。\n（1）A1。\n服务对象：甲。\n服务内容：乙。\n丙。\n服务标准：\n支出责任：丁。\n牵头负责单位：戊。\n',
    );
  });

  test('prints no line for a section that has neither number nor title', () => {
    expect(writeText({ ...outline, sections: [{ kind: 'category', number: '', title: '', entries: [] }] })).toBe(
      '某标准\n',
    );
  });
});

describe('writeJson', () => {
  test('writes the keys of the form in their order and nothing else', () => {
    const extra = { ...outline, secret: 1 };
    expect(JSON.stringify(JSON.parse(writeJson(extra)))).toBe(
      '{"schema":"dingben.outline/1","title":"某标准","edition":"","sections":[{"kind":"chapter","number":"一","title":"章",' +
        '"sections":[{"kind":"category","number":"一","title":"类","restored":true,"entries":[{"number":"1","title":"A","items":' +
        '[{"number":"1","title":"A1","provisions":{"targetGroup":"甲。","content":"乙。\\n丙。","standard":"","funding":"丁。",' +
        '"leadAgency":"戊。"}}]}]}]}]}',
    );
  });
});

describe('normalisations', () => {
  test.each([
    ['a\nb\n', 'a\nb\n', []],
    ['a', 'a\n', ['final-line-feed']],
    ['a\nb\n', 'a\nc\n', ['other']],
    ['a\nb\n', 'a\n', ['other']],
    ['a\n', 'a\nb\n', ['other', 'final-line-feed']],
    ['a\n 1.b\n', 'a\n（一）c\n1.b\n', ['restored-heading', 'edge-blank']],
    ['a\n\nb\n', 'a\nb\n', ['empty-line']],
    ['１、a\n(1)b。\n', '1.a。\n（1）b。\n', ['form', 'form']],
    ['服务内容:a\n', '服务对象：\n服务内容：a\n', ['missing-label', 'form']],
    ['a\nlost\nb\n', 'a\nb\n', ['other']],
    ['(一)a\n', '（一）a\n', ['form']],
    ['[bookmark: _Toc1]a\n', 'a\n', ['artefact']],
    ['牵头单位：a\n', '牵头负责单位：a\n', ['label']],
    ['牵头单位：a\n', '牵头负责单位：b\n', ['other']],
  ])('between %j and %j', (before, after, kinds) => {
    expect(normalisations(before, after).map((each) => each.kind)).toEqual(kinds);
  });
});
