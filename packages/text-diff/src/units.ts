import type { Units } from './align.ts';
import type { Token } from './tokenise.ts';

/** The same number for the same text on both sides. */
function idOf(text: string, ids: Map<string, number>): number {
  const known = ids.get(text);
  if (known !== undefined) return known;
  ids.set(text, ids.size);
  return ids.size - 1;
}

export function unitsOf(texts: readonly string[], ids: Map<string, number>): Units {
  const units = { ids: new Int32Array(texts.length), weights: new Int32Array(texts.length) };
  for (const [index, text] of texts.entries()) {
    units.ids[index] = idOf(text, ids);
    units.weights[index] = text.length;
  }
  return units;
}

/** A word weighs twice its length, so that one long match outweighs many marks; a mark or a blank weighs least. */
export function tokenUnits(tokens: readonly Token[], ids: Map<string, number>): Units {
  const units = { ids: new Int32Array(tokens.length), weights: new Int32Array(tokens.length) };
  for (const [index, { kind, text }] of tokens.entries()) {
    units.ids[index] = idOf(text, ids);
    units.weights[index] = kind === 'mark' || kind === 'space' ? 1 : 2 * text.length;
  }
  return units;
}

/** Runs that stand as often on either side: they match as a whole, so cutting them would only cost. */
export function sharedRuns(a: readonly Token[], b: readonly Token[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const shared = new Set<string>();
  for (const { kind, text } of a) if (kind === 'plain') counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const { kind, text } of b) {
    const count = kind === 'plain' ? counts.get(text) : undefined;
    if (count === undefined) continue;
    counts.set(text, count - 1);
    if (count === 1) shared.add(text);
    else shared.delete(text);
  }
  return shared;
}
