export const SHORTEST_PASSWORD = 12;

/** Without the letters and digits that are taken for each other when they are read out or copied by hand. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 16;

/** A password of 16 signs, in four groups, from the browser's own randomness. */
export function generatePassword(): string {
  const signs: string[] = [];
  while (signs.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
      // Bytes beyond the last whole round would make the first signs likelier.
      const sign = byte < 256 - (256 % SIGNS.length) ? SIGNS[byte % SIGNS.length] : undefined;
      if (sign !== undefined && signs.length < LENGTH) signs.push(sign);
    }
  }
  return [0, 4, 8, 12].map((at) => signs.slice(at, at + 4).join('')).join('-');
}
