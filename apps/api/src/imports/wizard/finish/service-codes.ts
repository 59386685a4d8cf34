import type { Entry, Outline, Section } from '@dingben/outline';

/**
 * The outline with the lasting code of each entry's service: that of the known service it goes on with, or the next free one of
 * the standard (`S090`, `S016-3` for an item of `S016`). `known` gives the codes of the entries in document order, null for
 * those that are new; `used` are all codes of the standard.
 */
export function withServiceCodes(
  outline: Outline,
  known: readonly (string | null)[],
  used: readonly string[],
): Outline {
  const next = new NextCodes([...used, ...known.filter((code) => code !== null)]);
  let at = 0;
  const codeOf = (prefix: string, digits: number): string => known[at++] ?? next.after(prefix, digits);
  const coded = (entry: Entry): Entry => {
    const code = codeOf('S', 3);
    if (entry.items === undefined) return { ...entry, code };
    return { ...entry, code, items: entry.items.map((item) => ({ ...item, code: codeOf(`${code}-`, 1) })) };
  };
  // Entries before inner sections: the document's order, in which `known` is.
  const inside = (section: Section): Section => {
    const entries = section.entries?.map(coded);
    const sections = section.sections?.map(inside);
    return { ...section, ...(entries && { entries }), ...(sections && { sections }) };
  };
  return { ...outline, sections: outline.sections.map(inside) };
}

class NextCodes {
  readonly #used: readonly string[];
  readonly #last = new Map<string, number>();

  constructor(used: readonly string[]) {
    this.#used = used;
  }

  after(prefix: string, digits: number): string {
    const number = (this.#last.get(prefix) ?? this.#highest(prefix)) + 1;
    this.#last.set(prefix, number);
    return prefix + String(number).padStart(digits, '0');
  }

  #highest(prefix: string): number {
    return this.#used.reduce((highest, code) => {
      const rest = code.startsWith(prefix) ? code.slice(prefix.length) : '';
      return /^\d{1,6}$/.test(rest) ? Math.max(highest, Number(rest)) : highest;
    }, 0);
  }
}
