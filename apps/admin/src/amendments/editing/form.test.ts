import { describe, expect, it } from '@jest/globals';
import { EMPTY_PROVISIONS, fieldProblem, fieldsOf, sameText, threeWay, withValue } from './form.ts';

const text = { title: '预防接种', provisions: { ...EMPTY_PROVISIONS, standard: '每人每月2650元。' } };

describe('the text in an edit form', () => {
  it('replaces one field and keeps every other character', () => {
    const changed = withValue(text, 'standard', ' 每人每月2800元。\n');
    expect(changed.provisions?.standard).toBe(' 每人每月2800元。\n');
    expect(changed.title).toBe('预防接种');
    expect(sameText(text, changed)).toBe(false);
    expect(sameText(text, withValue(changed, 'standard', '每人每月2650元。'))).toBe(true);
  });

  it('has only a title for a service with items', () => {
    expect(fieldsOf({ title: '义务教育学生生活补助', provisions: null })).toEqual(['title']);
  });

  it('names a forbidden character before the API does', () => {
    expect(fieldProblem(null, 'standard', '每人\u200b每月')).toEqual({
      code: 'field.forbidden-code-point',
      params: { offset: 2, codePoint: 'U+200B' },
    });
  });

  it('finds what the API said of a provision, under its own name or its path', () => {
    const missing = { code: 'field.missing' };
    const problem = (errors: Record<string, { code: string }>) => ({ code: 'request.invalid', status: 400, errors });
    expect(fieldProblem(problem({ 'provisions.funding': missing }), 'funding', '')).toEqual(missing);
    expect(fieldProblem(problem({ title: missing }), 'title', '')).toEqual(missing);
    expect(fieldProblem(problem({ title: missing }), 'funding', '')).toBeNull();
  });
});

describe('two texts that were made of one', () => {
  const mine = withValue(withValue(text, 'standard', '每人每月2800元。'), 'funding', '市级财政。');
  const theirs = withValue(withValue(text, 'standard', '每人每月3000元。'), 'content', '发放补助。');

  it('have what only one of them changed, and clash where both did', () => {
    const both = threeWay(text, mine, theirs);
    expect(both.taken).toEqual(['content']);
    expect(both.clashing).toEqual(['standard']);
    expect(both.text).toEqual(withValue(mine, 'content', '发放补助。'));
  });

  it('clash nowhere where both wrote the same', () => {
    expect(threeWay(text, mine, withValue(text, 'standard', '每人每月2800元。'))).toEqual({
      text: mine,
      taken: [],
      clashing: [],
    });
  });
});
