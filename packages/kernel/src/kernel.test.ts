import fc from 'fast-check';
import { canonicalJson, findForbidden, frame } from './index.ts';
import { hashFields, sha256 } from './hash.ts';

describe('frame', () => {
  test('puts each length in bytes in front and marks an absent field', () => {
    expect(frame(['a', null, '元'])).toBe('1:a,-,3:元,');
  });

  test('counts the bytes that an encoder would write, of every plane and of half a pair', () => {
    const encoder = new TextEncoder();
    const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.oneof(units, fc.string({ unit: 'binary' })), (text) => {
        expect(frame([text])).toBe(`${encoder.encode(text).length}:${text},`);
      }),
    );
    expect(frame(['é元𠮷\ud842\udfb7'])).toBe('13:é元𠮷\ud842\udfb7,');
  });

  test('keeps apart what a separator would join', () => {
    expect(frame(['a,b'])).not.toBe(frame(['a', 'b']));
    expect(frame(['-'])).not.toBe(frame([null]));
  });
});

describe('hashing', () => {
  test('is SHA-256 in lower-case hexadecimal', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('the domain is part of what is hashed', () => {
    expect(hashFields('a', ['b'])).not.toBe(hashFields('b', ['b']));
  });
});

describe('canonicalJson', () => {
  test('orders keys and drops white space', () => {
    expect(canonicalJson({ b: [1, 'x'], a: null })).toBe('{"a":null,"b":[1,"x"]}');
  });

  test.each([[undefined], [Number.NaN], [new Date(0)], ['\ud800'], [{ a: undefined }]])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('findForbidden', () => {
  test.each([
    ['每人\u200b每月', 2, 0x200b],
    ['a\ud800b', 1, 0xd800],
    ['𠀀\u202e', 2, 0x202e],
    ['\ufeff首', 0, 0xfeff],
    ['a\u{1ffff}', 1, 0x1ffff],
  ])('finds the place in %j', (text, offset, codePoint) => {
    expect(findForbidden(text)).toEqual({ offset, codePoint });
  });

  test.each([['每人每月2650元。\n'], ['〔2018〕22号 \u3000'], ['𠀀䶮'], ['（林）']])('lets %j be', (text) => {
    expect(findForbidden(text)).toBeNull();
  });
});
