import { buildTree, type PlacementRow, type RevisionInfo, type SectionRow } from '../../editions/outline/tree.ts';
import type { Place } from '../model.ts';
import { inOutlineOrder } from './outline-order.ts';

const section = (key: string, position: string): SectionRow => ({
  ...{ key, position, parentKey: null, kind: 'chapter', title: key, restored: false },
});
const placement = (serviceId: string, sectionKey: string, position: string, parent: string | null): PlacementRow => ({
  ...{ serviceId, sectionKey, position, parentServiceId: parent, code: serviceId, revisionId: serviceId },
});
const info = (id: string): [string, RevisionInfo] => [
  id,
  { id, title: id, contentHash: id, leaf: true, agencies: [], funding: [] },
];

/** One: s1, s2 with items i1 and i2; two: s3; three is empty. */
const tree = buildTree({
  sections: [section('one', 'a'), section('two', 'b'), section('three', 'c')],
  placements: [
    placement('s3', 'two', 'a', null),
    placement('s2', 'one', 'b', null),
    placement('i2', 'one', 'b', 's2'),
    placement('i1', 'one', 'a', 's2'),
    placement('s1', 'one', 'a', null),
  ],
  revisions: new Map(['s1', 's2', 's3', 'i1', 'i2'].map(info)),
});
const edit = (serviceId: string, place: Partial<Place> | null = null) => ({
  serviceId,
  place: place && { sectionKey: 'one', parentServiceId: null, afterServiceId: null, ...place },
});
const order = (...edits: ReturnType<typeof edit>[]) => inOutlineOrder(edits, tree).map(({ serviceId }) => serviceId);

describe('edits in document order', () => {
  test('stand as their entries stand in the outline, whenever they were made', () => {
    expect(order(edit('s3'), edit('i2'), edit('s1'), edit('s2'), edit('i1'))).toEqual(['s1', 's2', 'i1', 'i2', 's3']);
  });

  test('of one entry keep the order in which they were made', () => {
    const [revised, moved] = [edit('s1'), edit('s1', { afterServiceId: 's3', sectionKey: 'two' })];
    expect(inOutlineOrder([edit('s2'), revised, moved], tree)).toEqual([revised, moved, edit('s2')]);
  });

  test('that add stand where the new entry is to stand, behind the items of a service', () => {
    const added = edit('new', { afterServiceId: 's2' });
    expect(order(edit('s3'), added, edit('i2'))).toEqual(['i2', 'new', 's3']);
    const item = edit('item', { afterServiceId: 'i1', parentServiceId: 's2' });
    expect(order(edit('i2'), item, edit('i1'))).toEqual(['i1', 'item', 'i2']);
    expect(order(edit('i1'), edit('item', { parentServiceId: 's2' }), edit('s2'))).toEqual(['s2', 'item', 'i1']);
  });

  test('that add first in a section stand before its entries, and in an empty one after what comes before it', () => {
    const [first, alone] = [edit('first', { sectionKey: 'two' }), edit('alone', { sectionKey: 'three' })];
    expect(order(alone, edit('s3'), first, edit('i2'))).toEqual(['i2', 'first', 's3', 'alone']);
  });

  test('that add behind each other follow each other', () => {
    const [a, b, c] = [edit('a', { afterServiceId: 's1' }), edit('b', { afterServiceId: 'a' }), edit('c')];
    const later = edit('later', { afterServiceId: 's1' });
    expect(order(edit('s2'), a, b, later, c)).toEqual(['later', 'a', 'b', 's2', 'c']);
  });

  test('of what the outline does not hold come last, a circle included', () => {
    const circle = [edit('x', { afterServiceId: 'y' }), edit('y', { afterServiceId: 'x' })];
    expect(order(edit('gone'), ...circle, edit('s3'))[0]).toBe('s3');
  });
});
