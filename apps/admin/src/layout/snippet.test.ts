import { describe, expect, it } from '@jest/globals';
import { snippetOf } from './snippet.ts';

const provisions = {
  targetGroup: '孤儿、事实无人抚养儿童。',
  content: '发放基本生活费。',
  standard: '每人每月2800元。按照《关于调整困境儿童生活费标准的通知》（京民儿福发〔2023〕246号）执行。',
  funding: '市级财政、区级财政共同承担支出责任。',
  leadAgency: '市民政局。',
};

describe('the words shown of a found entry', () => {
  it('are those around the first place where the text occurs', () => {
    expect(snippetOf({ provisions, path: [] }, '2800元')).toBe(
      '每人每月2800元。按照《关于调整困境儿童生活费标准的通知》（…',
    );
  });

  it('are its path where only the title fits', () => {
    expect(snippetOf({ provisions, path: ['一', '三'] }, '特殊儿童')).toBe('一 ／ 三');
    expect(snippetOf({ provisions: null, path: ['一'] }, '2800')).toBe('一');
  });
});
