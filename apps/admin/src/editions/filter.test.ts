import { describe, expect, it } from '@jest/globals';
import type { OutlineEntry, OutlineSection } from '../api/types.ts';
import { countsOf, filterFrom, fitting, namesIn } from './filter.ts';
import { flatten } from './flatten.ts';

const entry = (number: string, title: string, more: Partial<OutlineEntry> = {}): OutlineEntry => ({
  serviceId: `s${number}`,
  code: `S${number}`,
  number,
  title,
  revisionId: `r${number}`,
  contentHash: 'h',
  agencies: [],
  funding: [],
  marks: { changed: false, amendments: 0, comments: 0, findings: 0 },
  ...more,
});

const sections: OutlineSection[] = [
  {
    key: 'a',
    kind: 'chapter',
    number: '二',
    title: '学有所教',
    restored: true,
    entries: [],
    sections: [
      {
        key: 'b',
        kind: 'category',
        number: '五',
        title: '义务教育服务',
        restored: false,
        sections: [],
        entries: [
          entry('15', '义务教育免费提供教科书', { agencies: ['市教委'] }),
          entry('16', '义务教育学生生活补助', {
            items: [
              entry('1', '寄宿学生生活补助', { agencies: ['市教委', '市财政局'] }),
              entry('2', '非寄宿学生生活补助', { marks: { changed: true, amendments: 1, comments: 0, findings: 0 } }),
            ],
          }),
        ],
      },
    ],
  },
];
const all = flatten(sections);
const filter = (query: string) => filterFrom(new URLSearchParams(query));
const numbers = (query: string, hits: string[] = []) =>
  fitting(all, filter(query), new Set(hits)).map((flat) => flat.entry.number);

describe('the outline filter', () => {
  it('shows everything when nothing is asked', () => {
    expect(numbers('')).toEqual(['15', '16', '1', '2']);
  });

  it('keeps the service of an item that fits', () => {
    expect(numbers('only=changed')).toEqual(['16', '2']);
  });

  it('finds by title, by number, by agency, and by what the API found in the texts', () => {
    expect(numbers('q=教科书')).toEqual(['15']);
    expect(numbers('q=15')).toEqual(['15']);
    expect(numbers('agency=市财政局')).toEqual(['16', '1']);
    expect(numbers('q=每生每年', ['s15'])).toEqual(['15']);
  });

  it('counts leaves, not services with items', () => {
    expect(countsOf(all)).toEqual({ all: 3, changed: 1, review: 1, findings: 0 });
  });

  it('names the most frequent agency first', () => {
    expect(namesIn(all, 'agencies')).toEqual(['市教委', '市财政局']);
  });
});
