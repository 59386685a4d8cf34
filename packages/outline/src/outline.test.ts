import {
  canonicalText,
  entries,
  entryPath,
  findEntry,
  fromHanzi,
  leaves,
  renumber,
  sections,
  toHanzi,
  type Entry,
  type Outline,
} from './index.ts';
import { revisionHash, treeHash, treeNodes } from './hash.ts';
import { frame } from '@dingben/kernel';
import { sha256 } from '@dingben/kernel/hash';

const provisions = { targetGroup: '甲', content: '乙', standard: '丙', funding: '丁', leadAgency: '戊' };
const leaf = (number: string, title: string): Entry => ({ number, title, code: `c-${title}`, provisions });
const outline: Outline = {
  schema: 'dingben.outline/1',
  title: '某标准',
  edition: '',
  sections: [
    {
      kind: 'chapter',
      number: '一',
      title: '章一',
      restored: true,
      sections: [
        {
          kind: 'category',
          number: '一',
          title: '类一',
          entries: [leaf('1', 'A'), { number: '2', title: 'B', items: [leaf('1', 'B1'), leaf('2', 'B2')] }],
        },
      ],
    },
    {
      kind: 'chapter',
      number: '二',
      title: '章二',
      sections: [{ kind: 'category', number: '二', title: '类二', entries: [leaf('3', 'C')] }],
    },
  ],
};

describe('numbers', () => {
  test('1 to 9,999 go to 汉字 and back', () => {
    for (let value = 1; value <= 9_999; value++) expect(fromHanzi(toHanzi(value))).toBe(value);
  });

  test.each([
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [22, '二十二'],
    [99, '九十九'],
    [101, '一百零一'],
    [110, '一百一十'],
    [315, '三百一十五'],
    [1000, '一千'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [2376, '二千三百七十六'],
  ])('%i is %s', (value, text) => {
    expect(toHanzi(value)).toBe(text);
  });

  test.each([[''], ['零'], ['一十'], ['十十'], ['百'], ['二十零'], ['12'], ['二十二十']])('%j is no number', (text) => {
    expect(fromHanzi(text)).toBeNull();
  });

  test.each([[0], [10_000], [1.5]])('%d has no 汉字', (value) => {
    expect(() => toHanzi(value)).toThrow(RangeError);
  });

  test('follow from the position', () => {
    const shuffled: Outline = {
      ...outline,
      sections: outline.sections.map((section) => ({ ...section, number: '九' })).reverse(),
    };
    expect([...entries(renumber(shuffled))].map((at) => `${at.path} ${at.entry.title}`)).toEqual([
      '1 C',
      '2 A',
      '3 B',
      '3（1） B1',
      '3（2） B2',
    ]);
    expect([...sections(renumber(shuffled))].map((at) => at.section.number)).toEqual(['一', '一', '二', '二']);
  });
});

describe('walking', () => {
  test('gives entries and leaves in document order with their place', () => {
    expect([...entries(outline)].map((at) => at.path)).toEqual(['1', '2', '2（1）', '2（2）', '3']);
    expect([...leaves(outline)].map((at) => at.path)).toEqual(['1', '2（1）', '2（2）', '3']);
    expect(findEntry(outline, '2（2）')?.sections.map((section) => section.title)).toEqual(['章一', '类一']);
    expect(findEntry(outline, '9')).toBeUndefined();
    expect(entryPath({ number: '1' }, { number: '16' })).toBe('16（1）');
  });

  test('the text of an entry is its paragraphs as printed', () => {
    expect(canonicalText(leaf('7', '预防接种'))).toBe(
      '7.预防接种。\n服务对象：甲\n服务内容：乙\n服务标准：丙\n支出责任：丁\n牵头负责单位：戊',
    );
    expect(
      findEntry(outline, '2') && canonicalText(outline.sections[0]?.sections?.[0]?.entries?.[1] ?? leaf('', '')),
    ).toMatch(/^2\.B。\n（1）B1。\n服务对象：甲\n/);
  });
});

describe('hashes', () => {
  test('of a revision are over the framed title and provisions', () => {
    expect(revisionHash({ title: 'A', provisions })).toBe(
      sha256(frame(['dingben.revision/1', 'A', '甲', '乙', '丙', '丁', '戊'])),
    );
    expect(revisionHash({ title: 'A', provisions: null })).toBe(sha256('18:dingben.revision/1,1:A,-,-,-,-,-,'));
  });

  test.each(['targetGroup', 'content', 'standard', 'funding', 'leadAgency'])(
    'of a revision change with %s, be it only emptied',
    (key) => {
      const hash = revisionHash({ title: 'A', provisions });
      expect(revisionHash({ title: 'A', provisions: { ...provisions, [key]: '' } })).not.toBe(hash);
    },
  );

  test('of a tree are over four framed fields a node', () => {
    const hash = revisionHash({ title: 'A', provisions });
    const nodes = [
      { type: 'section', kind: 'chapter', title: '章', restored: true },
      { type: 'entry', depth: 0, code: 'x', revisionHash: hash },
    ] as const;
    expect(treeHash(nodes)).toBe(
      sha256(frame(['dingben.tree/1', 'section', 'chapter', '章', 'restored', 'entry', '0', 'x', hash])),
    );
  });

  test('of a tree change with title, restoration, order, code, depth and text', () => {
    const nodes = [...treeNodes(outline)];
    const hash = treeHash(nodes);
    const [first, second, ...rest] = nodes;
    const swapped = [second, first, ...rest].filter((node) => node !== undefined);
    const variants = nodes.flatMap((node) =>
      (node.type === 'section'
        ? [
            { ...node, title: `${node.title}x` },
            { ...node, restored: !node.restored },
          ]
        : [
            { ...node, code: 'other' },
            { ...node, depth: node.depth === 0 ? (1 as const) : (0 as const) },
            { ...node, revisionHash: '0' },
          ]
      ).map((changed) => nodes.map((other) => (other === node ? changed : other))),
    );
    expect(new Set([nodes, swapped, ...variants].map((tree) => treeHash(tree))).size).toBe(variants.length + 2);
    expect(treeHash(treeNodes(outline))).toBe(hash);
  });
});
