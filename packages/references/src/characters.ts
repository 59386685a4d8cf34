export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f
  );
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A 汉字 of the basic block. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

export function digitsEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** The longest of `words` that stands at a place, or undefined. */
export function longestAt(text: string, at: number, words: readonly string[]): string | undefined {
  const first = text.charCodeAt(at);
  let best: string | undefined;
  for (const word of words) {
    // Most places begin no word: one look at a character tells.
    if (word.charCodeAt(0) !== first || word.length <= (best?.length ?? 0)) continue;
    if (text.startsWith(word, at)) best = word;
  }
  return best;
}

/** The longest of `words` with which a text ends at a place (its end, unless told), or undefined. */
export function longestEnd(text: string, words: readonly string[], end = text.length): string | undefined {
  const last = text.charCodeAt(end - 1);
  let best: string | undefined;
  for (const word of words) {
    if (word.charCodeAt(word.length - 1) !== last || word.length <= (best?.length ?? 0)) continue;
    if (text.endsWith(word, end)) best = word;
  }
  return best;
}

/** Full-width digits, signs of percent and points as half-width ones, place by place: spans stay true. */
export function withNarrowDigits(text: string): string {
  let narrow = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!(code >= 0xff10 && code <= 0xff19) && code !== 0xff05 && code !== 0xff0e) continue;
    narrow += text.slice(from, at) + String.fromCharCode(code - 0xfee0);
    from = at + 1;
  }
  return from === 0 ? text : narrow + text.slice(from);
}

/** Where the brackets （ ( “ close, by where they open; one that never closes is in no pair. */
export function closingBrackets(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if ('（(“'.includes(char)) open.push(at);
    else if ('）)”'.includes(char)) {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, at);
    }
  }
  return pairs;
}
