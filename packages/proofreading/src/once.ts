import type { Passage } from './model.ts';

/** Reads a passage once, however often it is asked: a rule notes what it later judges by. */
export function once<T>(read: (passage: Passage) => T): (passage: Passage) => T {
  const kept = new WeakMap<Passage, { readonly value: T }>();
  return (passage) => {
    let known = kept.get(passage);
    if (known === undefined) {
      known = { value: read(passage) };
      kept.set(passage, known);
    }
    return known.value;
  };
}
