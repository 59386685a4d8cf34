import { describe, expect, it } from '@jest/globals';
import type { Edit, RevisionText } from '../../api/amendment-types.ts';
import { editConflicts, resolvedText, startOf } from './conflict-form.ts';

const text = (standard: string, funding = '市级财政'): RevisionText => ({
  revisionId: standard + funding,
  title: '困境儿童保障',
  provisions: { targetGroup: '儿童', content: '补助', standard, funding, leadAgency: '市民政局' },
});

// Only what the functions read.
const edit = (
  base: RevisionText,
  current: RevisionText | null,
  proposed: RevisionText,
  kind: Edit['kind'] = 'revise',
) => ({ id: 'e', kind, base, current, proposed }) as unknown as Edit;

describe('resolving a conflict', () => {
  it('begins with the proposed text where both sides changed one amount', () => {
    const one = edit(text('每月2650元。'), text('每月2700元。'), text('每月2800元。'));
    expect(startOf(one, 'standard')).toEqual({ text: '每月2800元。', joined: false });
  });

  it('keeps what only the draft changed, and what only the amendment changed', () => {
    const one = edit(
      text('每月2650元。', '市级财政'),
      text('每月2700元。', '中央财政'),
      text('每月2800元。', '市级财政'),
    );
    expect(resolvedText(one, new Map([['standard', '每月2750元。']]))).toEqual({
      title: '困境儿童保障',
      provisions: text('每月2750元。', '中央财政').provisions,
    });
  });

  it('says which texts have to be decided, and when an entry is gone', () => {
    const conflict = { editId: 'e', serviceId: 's', base: 'a', current: 'b', proposed: 'c' };
    const one = edit(text('一'), text('二'), text('三'));
    expect(editConflicts([one], [{ ...conflict, field: 'standard' }])).toEqual([
      { edit: one, kind: 'texts', fields: ['standard'] },
    ]);
    const gone = edit(text('一'), null, text('三'));
    expect(editConflicts([gone], [{ ...conflict, field: 'entry' }])).toEqual([
      { edit: gone, kind: 'gone', fields: [] },
    ]);
  });
});
