import { hashFields } from '@dingben/kernel/hash';

/** What is known of a publication before its files are drawn. */
export interface CodedPublication {
  readonly editionId: string;
  /** 1, 2, 3 … within the standard. */
  readonly number: number;
  readonly treeHash: string;
}

/** Crockford's digits: no I, L, O, U, so that nothing is misread from paper. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 15;
const GROUP = 4;
const READ_AS: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/**
 * The short code that is printed on the documents of a publication: the first 75 bits of
 * `hashFields('dingben.code/1', [editionId, number, treeHash])` and a check digit (Luhn, modulo 32), in groups of four. It
 * cannot depend on the files, which carry it.
 *
 * @example publicationCode({ editionId, number: 1, treeHash }) // '7K2M-9QX4-…'
 */
export function publicationCode({ editionId, number, treeHash }: CodedPublication): string {
  const hash = hashFields('dingben.code/1', [editionId, String(number), treeHash]);
  let bits = BigInt(`0x${hash}`) >> BigInt(256 - LENGTH * 5);
  let digits = '';
  for (let at = 0; at < LENGTH; at++) {
    digits = DIGITS.charAt(Number(bits & 31n)) + digits;
    bits >>= 5n;
  }
  return grouped(digits + DIGITS.charAt(checkOf(digits)));
}

/** A code as a person typed it, in its one form; null where a digit is missing or misread. */
export function readCode(typed: string): string | null {
  const digits = typed
    .toUpperCase()
    .replaceAll(/[-\s]/g, '')
    .replaceAll(/[ILO]/g, (letter) => READ_AS[letter] ?? letter);
  if (digits.length !== LENGTH + 1 || Array.from(digits).some((digit) => !DIGITS.includes(digit))) return null;
  return DIGITS.charAt(checkOf(digits.slice(0, LENGTH))) === digits.at(-1) ? grouped(digits) : null;
}

/** Luhn modulo 32: every second digit, from the last, counts double, its two digits in base 32 added. */
function checkOf(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, at) => {
      const value = DIGITS.indexOf(digit) * (at % 2 === 0 ? 2 : 1);
      return total + Math.floor(value / 32) + (value % 32);
    }, 0);
  return (32 - (sum % 32)) % 32;
}

function grouped(digits: string): string {
  return (digits.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}
