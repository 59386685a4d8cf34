import { disposition } from './disposition.ts';

test('a name in Chinese stands beside one in ASCII', () => {
  expect(disposition({ fileName: '某标准（草案）.pdf', plainName: 'standard.pdf' })).toBe(
    `attachment; filename="standard.pdf"; filename*=UTF-8''${encodeURIComponent('某标准（草案）.pdf')}`,
  );
});

test('what the encoding of names does not allow is encoded too', () => {
  expect(disposition({ fileName: "a'(1)*.pdf", plainName: 'a.pdf' })).toBe(
    `attachment; filename="a.pdf"; filename*=UTF-8''a%27%281%29%2A.pdf`,
  );
});
