import { describe, expect, it } from '@jest/globals';
import type { OutlineEntry, OutlineSection } from '../../api/types.ts';
import { flatten } from '../../editions/flatten.ts';
import { afterChoices, placeOf, sectionChoices } from './place.ts';

const entry = (id: string, number: string, items?: OutlineEntry['items']): OutlineEntry => ({
  serviceId: id,
  code: id,
  number,
  title: `条目${id}`,
  revisionId: id,
  contentHash: '',
  agencies: [],
  funding: [],
  marks: { changed: false, amendments: 0, comments: 0, findings: 0 },
  ...(items === undefined ? {} : { items }),
});
const section = (key: string, kind: OutlineSection['kind'], more: Partial<OutlineSection>): OutlineSection => ({
  key,
  kind,
  number: '一',
  title: key,
  restored: false,
  sections: [],
  entries: [],
  ...more,
});
const sections = [
  section('章', 'chapter', {
    sections: [
      section('甲', 'category', { entries: [entry('a', '1'), entry('b', '2', [entry('b1', '1'), entry('b2', '2')])] }),
      section('空', 'category', {}),
    ],
  }),
];
const all = flatten(sections);

describe('the place of an entry', () => {
  it('can be any category, also one without entries', () => {
    expect(sectionChoices(all, sections).map(({ value }) => value)).toEqual(['甲', '空']);
  });

  it('follows a service of the section, or an item of the same service', () => {
    const place = { sectionKey: '甲', parentServiceId: null, afterServiceId: null };
    expect(afterChoices(all, place, null).map(({ value }) => value)).toEqual(['a', 'b']);
    expect(afterChoices(all, place, 'a').map(({ value }) => value)).toEqual(['b']);
    const within = { ...place, parentServiceId: 'b' };
    expect(afterChoices(all, within, null).map(({ label }) => label)).toEqual(['（1） 条目b1', '（2） 条目b2']);
  });

  it('starts right after the entry on show', () => {
    expect(placeOf(all, 'a')).toEqual({ sectionKey: '甲', parentServiceId: null, afterServiceId: 'a' });
    expect(placeOf(all, 'b2')).toEqual({ sectionKey: '甲', parentServiceId: 'b', afterServiceId: 'b2' });
    expect(placeOf(all, 'none')).toBeNull();
  });
});
