import { describe, expect, it } from '@jest/globals';
import type { ComparedEntry } from '../api/types.ts';
import { evidenceOf, isOfOneClass } from './evidence.ts';

const span = (text: string) => ({ start: 0, end: text.length, text });
const wider: ComparedEntry['evidence'][number] = {
  class: '扩大对象',
  provision: 'targetGroup',
  before: span('35-64岁'),
  after: span('35-69岁'),
};
const wording: ComparedEntry['evidence'][number] = {
  class: '规范表述',
  provision: 'content',
  before: span('提供'),
  after: span('给予'),
};
const funding: ComparedEntry['evidence'][number] = { ...wording, class: '调整支出责任', provision: 'funding' };

describe('the evidence of a change', () => {
  it('need not name the class that alone stands above it', () => {
    expect(isOfOneClass({ classes: ['扩大对象'], evidence: [wider] })).toBe(true);
    expect(isOfOneClass({ classes: ['扩大对象', '规范表述'], evidence: [wider, wording] })).toBe(false);
    // A person said otherwise than was proposed.
    expect(isOfOneClass({ classes: ['格式'], evidence: [wider] })).toBe(false);
  });

  it('leaves out what the class and the texts say already, where that explains everything', () => {
    const one = { classes: ['规范表述' as const], evidence: [wording] };
    expect(evidenceOf({ ...one, certain: true })).toEqual([]);
    expect(evidenceOf({ ...one, certain: false })).toEqual([wording]);
    const two = { classes: ['扩大对象' as const, '规范表述' as const], evidence: [wider, wording] };
    expect(evidenceOf({ ...two, certain: true })).toEqual([wider, wording]);
  });

  it('leaves out where funding and lead agency stand', () => {
    const both = { classes: ['扩大对象' as const, '调整支出责任' as const], evidence: [wider, funding] };
    expect(evidenceOf({ ...both, certain: false })).toEqual([wider]);
  });
});
