import { describe, expect, it } from '@jest/globals';
import type { QuantityRow } from '../api/types.ts';
import { choices, editionWindow, shownRows, viewFrom, withView } from './rows.ts';

const cell = (text: string, changed = false) => ({
  text,
  value: Number.parseFloat(text),
  upper: null,
  ratio: null,
  changed,
});
const row = (more: Partial<QuantityRow>): QuantityRow => ({
  serviceId: 's',
  editionId: 'e',
  number: '10',
  title: '困境儿童保障',
  chapter: '一、幼有所育',
  agencies: ['市民政局'],
  provision: 'standard',
  unit: '元',
  context: { before: '每人每月', after: '。' },
  cells: [cell('2650元'), cell('2650元')],
  ...more,
});
const view = (search: string) => viewFrom(new URLSearchParams(search));

describe('what a page of quantities shows', () => {
  const same = row({});
  const raised = row({
    unit: '次',
    chapter: '五、病有所医',
    agencies: ['市卫生健康委'],
    cells: [cell('3次'), cell('4次', true)],
  });
  const fresh = row({ cells: [null, cell('20元')], title: '学前教育' });
  const all = [same, raised, fresh];

  it('is filtered by chapter, unit, agency and text', () => {
    expect(shownRows(all, view(''))).toEqual(all);
    expect(shownRows(all, view('chapter=五、病有所医'))).toEqual([raised]);
    expect(shownRows(all, view('unit=元'))).toEqual([same, fresh]);
    expect(shownRows(all, view('agency=市民政局&q=学前'))).toEqual([fresh]);
    expect(shownRows(all, view('q=每人每月20元'))).toEqual([fresh]);
  });

  it('leaves out what every edition says alike, where only changes are asked for', () => {
    expect(shownRows(all, view('changed=yes'))).toEqual([raised, fresh]);
  });

  it('offers what there is, each once', () => {
    expect(choices(all, ({ unit }) => [unit])).toEqual(['元', '次']);
  });

  it('shows the latest editions, or those from the one that was chosen', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    expect(editionWindow(ids, '')).toEqual({ start: 2, end: 8 });
    expect(editionWindow(ids, 'b')).toEqual({ start: 1, end: 7 });
    expect(editionWindow(ids.slice(0, 2), '')).toEqual({ start: 0, end: 2 });
  });

  it('stands in the address', () => {
    const params = withView(new URLSearchParams('unit=元'), { changed: true, q: '儿童' });
    expect(viewFrom(params)).toMatchObject({ unit: '元', changed: true, q: '儿童' });
    expect(withView(params, { changed: false, q: '', unit: '' }).toString()).toBe('');
  });
});
