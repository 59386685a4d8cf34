import { editionOf } from '@dingben/reader';
import { documentTitle } from './document-title.ts';

test.each(['2023年版', '2023年版（征求意见稿）', '2030年版（第一次）（征求意见稿）'])(
  'the reader finds the edition %s again in the title',
  (label) => {
    expect(editionOf(documentTitle('北京市基本公共服务实施标准', label))).toBe(label);
  },
);

test('a label without a year stands in brackets', () => {
  expect(documentTitle('标准', '试行')).toBe('标准（试行）');
  expect(documentTitle('标准', '（试行）')).toBe('标准（（试行））');
});
