import { revisionHash, treeHash, treeNodes } from '@dingben/outline/hash';
import { buildTree, hashNodes, headings, type PlacementRow, type RevisionInfo, type SectionRow } from './tree.ts';
import { redo, undo, type PlacementChange } from './undo.ts';

const section = (key: string, parentKey: string | null, position: string): SectionRow => ({
  key,
  parentKey,
  kind: parentKey === null ? 'chapter' : 'category',
  title: `标题${key}`,
  restored: key === 'a',
  position,
});

const placement = (
  serviceId: string,
  sectionKey: string,
  position: string,
  parentServiceId: string | null = null,
): PlacementRow => ({
  serviceId,
  code: `C-${serviceId}`,
  sectionKey,
  parentServiceId,
  position,
  revisionId: `r-${serviceId}`,
});

const sections = [section('b', null, 'b'), section('a', null, 'Z'), section('a2', 'a', '2'), section('a1', 'a', '1')];
const placements = [
  placement('s3', 'b', 'V'),
  placement('s2', 'a2', 'V'),
  placement('i2', 'a1', 'a', 's1'),
  placement('i1', 'a1', 'Z', 's1'),
  placement('s1', 'a1', 'V'),
];

const provisions = {
  targetGroup: '居民',
  content: '服务',
  standard: '标准',
  funding: '市级财政',
  leadAgency: '市教委',
};
const textOf = (serviceId: string): { title: string; provisions: typeof provisions | null } => ({
  title: `题${serviceId}`,
  provisions: serviceId === 's1' ? null : provisions,
});

function infos(rows: readonly PlacementRow[]): Map<string, RevisionInfo> {
  const info = ({ serviceId, revisionId }: PlacementRow): RevisionInfo => {
    const text = textOf(serviceId);
    return {
      id: revisionId,
      title: text.title,
      contentHash: revisionHash(text),
      leaf: text.provisions !== null,
      agencies: [],
      funding: [],
    };
  };
  return new Map(rows.map((row) => [row.revisionId, info(row)]));
}

const build = (rows: readonly PlacementRow[]): ReturnType<typeof buildTree> =>
  buildTree({ sections, placements: rows, revisions: infos(rows) });

test('rows become an outline in the order of their keys by code unit, numbered through the document', () => {
  const tree = build(placements);
  expect(tree.sections.map(({ key, number }) => [key, number])).toEqual([
    ['a', '一'],
    ['b', '二'],
  ]);
  expect(tree.entries.map(({ serviceId, path, index }) => [serviceId, path, index])).toEqual([
    ['s1', '1', 0],
    ['i1', '1（1）', 1],
    ['i2', '1（2）', 2],
    ['s2', '2', 3],
    ['s3', '3', 4],
  ]);
  const item = tree.byService.get('i2');
  expect(item && headings(item).map(({ key }) => key)).toEqual(['a', 'a1']);
  expect(tree.byCode.get('C-s2')).toBe(tree.byService.get('s2'));
});

test('the tree hashes as packages/outline hashes the same outline', () => {
  const entry = (id: string, number: string): object => ({ number, code: `C-${id}`, title: `题${id}`, provisions });
  const service = { number: '1', code: 'C-s1', title: '题s1', items: [entry('i1', '1'), entry('i2', '2')] };
  const outline = {
    sections: [
      {
        kind: 'chapter',
        number: '一',
        title: '标题a',
        restored: true,
        sections: [
          { kind: 'category', number: '一', title: '标题a1', entries: [service] },
          { kind: 'category', number: '二', title: '标题a2', entries: [entry('s2', '2')] },
        ],
      },
      { kind: 'chapter', number: '二', title: '标题b', entries: [entry('s3', '3')] },
    ],
  };
  // The literals above are outlines; their kinds are wider than the type only because they are not constants.
  const expected = treeHash(treeNodes(outline as Parameters<typeof treeNodes>[0]));
  expect(treeHash(hashNodes(build(placements).sections))).toBe(expected);
});

test('a placement that stands nowhere is an error', () => {
  expect(() => build([...placements, placement('lost', 'nowhere', 'x')])).toThrow('stands in no section');
  expect(() => build([...placements, placement('lost', 'a1', 'x', 'nobody')])).toThrow('stands in no section');
  expect(() => buildTree({ sections, placements, revisions: new Map() })).toThrow('placed but not there');
});

const stand = (row: PlacementRow): NonNullable<PlacementChange['after']> => {
  const { sectionKey, parentServiceId, position, revisionId } = row;
  return { sectionKey, parentServiceId, position, revisionId };
};

test('undoing changes newest first gives what stood before them', () => {
  const [s3] = placements;
  if (s3 === undefined) throw new Error('no placement');
  const revised = { ...s3, revisionId: 'r-s3-new' };
  const moved = { ...revised, sectionKey: 'a2', position: 'z' };
  const added = placement('s4', 'b', 'z');
  const now = [...placements.slice(1), moved, added];
  const changes: PlacementChange[] = [
    { serviceId: 's4', code: 'C-s4', before: null, after: stand(added) },
    { serviceId: 's3', code: 'C-s3', before: stand(revised), after: stand(moved) },
    { serviceId: 's3', code: 'C-s3', before: stand(s3), after: stand(revised) },
  ];
  expect(new Set(undo(now, changes))).toEqual(new Set(placements));
  expect(new Set(redo(placements, changes))).toEqual(new Set(now));
  const removal: PlacementChange = { serviceId: 's3', code: 'C-s3', before: stand(s3), after: null };
  expect(new Set(undo(placements.slice(1), [removal]))).toEqual(new Set(placements));
});

test('a change that does not fit what stands is an error', () => {
  const [s3] = placements;
  if (s3 === undefined) throw new Error('no placement');
  const elsewhere: PlacementChange = {
    serviceId: 's3',
    code: 'C-s3',
    before: null,
    after: { ...stand(s3), position: 'q' },
  };
  expect(() => undo(placements, [elsewhere])).toThrow('history does not fit');
  expect(() => undo(placements, [{ ...elsewhere, after: null }])).toThrow('history does not fit');
});
