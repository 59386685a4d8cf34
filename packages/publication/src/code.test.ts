import fc from 'fast-check';
import { publicationCode, readCode } from './code.ts';

const publication = { editionId: '0191d000-0000-7000-8000-000000000001', number: 3, treeHash: 'a'.repeat(64) };
const code = publicationCode(publication);

test('is sixteen digits in groups of four, the same for the same publication', () => {
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  expect(publicationCode({ ...publication })).toBe(code);
});

test('is another one for another edition, number or text', () => {
  const others = [
    publicationCode({ ...publication, editionId: '0191d000-0000-7000-8000-000000000002' }),
    publicationCode({ ...publication, number: 4 }),
    publicationCode({ ...publication, treeHash: 'b'.repeat(64) }),
  ];
  expect(new Set([code, ...others]).size).toBe(4);
});

test('is understood as a person types it', () => {
  expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
  expect(readCode(code.replaceAll('1', 'l').replaceAll('0', 'o'))).toBe(code);
});

test('one digit misread, or one left out, is noticed', () => {
  const digit = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ'));
  const position = fc.integer({ min: 0, max: code.length - 1 }).filter((at) => code[at] !== '-');
  fc.assert(
    fc.property(position, digit, (at, other) => {
      fc.pre(code[at] !== other);
      expect(readCode(code.slice(0, at) + other + code.slice(at + 1))).toBeNull();
      expect(readCode(code.slice(0, at) + code.slice(at + 1))).toBeNull();
    }),
  );
});
