import fc from 'fast-check';
import { merge3 } from './merge3.ts';

const base = '小学每生每年3000元、初中每生每年3600元。';

describe('merge3', () => {
  test('takes changes that stand apart', () => {
    expect(merge3(base, base.replace('3000', '3200'), base.replace('3600', '3800'))).toEqual({
      ok: true,
      text: '小学每生每年3200元、初中每生每年3800元。',
    });
  });

  test('takes the same change once, beside another', () => {
    const ours = base.replace('3000', '3200');
    expect(merge3(base, ours, ours.replace('3600', '3800'))).toEqual({
      ok: true,
      text: '小学每生每年3200元、初中每生每年3800元。',
    });
  });

  test('takes the same insertion once where it could stand in two places', () => {
    expect(merge3('甲、甲、丙乙丁戊。', '甲、甲、甲、丙乙丁戊。', '甲、甲、甲、丙乙丁戊己。')).toEqual({
      ok: true,
      text: '甲、甲、甲、丙乙丁戊己。',
    });
  });

  test('the same place changed twice is a conflict with all three readings', () => {
    const conflict = { start: 4, end: 9, base: '2650元', ours: '2800元', theirs: '2900元' };
    expect(merge3('每人每月2650元。', '每人每月2800元。', '每人每月2900元。')).toEqual({
      ok: false,
      conflicts: [conflict],
      pieces: [
        { kind: 'agreed', text: '每人每月' },
        { kind: 'conflict', ...conflict },
        { kind: 'agreed', text: '。' },
      ],
    });
  });

  test.each([
    ['changes near each other in one clause', '每人每月2650元。', '每户每月2650元。', '每人每月2900元。'],
    [
      'the same insertion beside another change, where it could stand in two places,',
      '甲、甲、丙。',
      '甲、甲、甲、丙。',
      '甲、甲、甲、丁。',
    ],
    ['two insertions at one place', '市卫生健康委。', '市卫生健康委、市中医局。', '市卫生健康委、市民政局。'],
    [
      'a deletion of what the other side changes',
      '甲地。乙方每月付100元。丙方。',
      '甲地。丙方。',
      '甲地。乙方每月付200元。丙方。',
    ],
  ])('%s are a conflict', (_, old, ours, theirs) => {
    expect(merge3(old, ours, theirs).ok).toBe(false);
  });

  const part = fc.constantFrom(
    '市级财政',
    '区级财政',
    '、',
    '。',
    '2650元',
    '2800元',
    '的',
    '服务',
    '，',
    '《办法》',
    '承担',
  );
  const text = fc.array(part, { maxLength: 14 }).map((parts) => parts.join(''));

  test('a side that changed nothing takes the other, whichever it is', () => {
    fc.assert(
      fc.property(text, text, (old, now) => {
        expect(merge3(old, now, old)).toEqual({ ok: true, text: now });
        expect(merge3(old, old, now)).toEqual({ ok: true, text: now });
        expect(merge3(old, now, now)).toEqual({ ok: true, text: now });
      }),
    );
  });

  test('swapped sides give the same answer with the sides swapped', () => {
    fc.assert(
      fc.property(text, text, text, (old, ours, theirs) => {
        const [one, other] = [merge3(old, ours, theirs), merge3(old, theirs, ours)];
        if (one.ok) expect(other).toEqual(one);
        else
          expect(other.ok ? null : other.conflicts).toEqual(
            one.conflicts.map((c) => ({ ...c, ours: c.theirs, theirs: c.ours })),
          );
      }),
    );
  });

  test('the base readings of a refused merge stand in the base where they say', () => {
    fc.assert(
      fc.property(text, text, text, (old, ours, theirs) => {
        const merge = merge3(old, ours, theirs);
        if (merge.ok) return;
        for (const { start, end, base: read } of merge.conflicts) expect(old.slice(start, end)).toBe(read);
      }),
    );
  });
});
