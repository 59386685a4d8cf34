import { joinedBytes, ownBytes } from './own-bytes.ts';

test('what is kept has memory of its own, and no more than it needs', () => {
  for (const bytes of [ownBytes('每人每月2650元。'), joinedBytes([Buffer.from('每人'), Buffer.from('每月')])])
    expect(bytes.buffer.byteLength).toBe(bytes.length);
});

test('its bytes are those of the text, and of the parts in their order', () => {
  expect(ownBytes('每人每月2650元。').toString()).toBe('每人每月2650元。');
  expect(joinedBytes([Buffer.from('每人'), Buffer.from(''), Buffer.from('每月')]).toString()).toBe('每人每月');
});
