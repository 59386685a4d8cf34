import type { Rule } from '../model.ts';
import type { PlacedNote } from '../notes.ts';
import { PROVISIONS } from '../reads.ts';
import { opposite, preferredForm } from '../variants.ts';

const code = 'proofreading.title-numbers';

/**
 * One title with two numbers. Notices of several years may share a title: numbers that one provision lists side by side are
 * meant to differ.
 */
export const titleNumbers: Rule = {
  code,
  severity: 'error',
  reads: PROVISIONS,
  note: ({ citations }) =>
    citations.flatMap(({ numberKey, titleKey, start, end }) =>
      numberKey === undefined ? [] : [{ key: titleKey, form: numberKey, start, end }],
    ),
  see: ({ citations }, { notes }) =>
    citations.flatMap(({ titleKey, numberKey, number, title, start, end }) => {
      if (numberKey === undefined || number === undefined) return [];
      const all = notes.of(code, titleKey);
      const preferred = preferredForm(all);
      const other = opposite(preferred, numberKey);
      if (other === null || listedTogether(all)(numberKey, other.form)) return [];
      return [{ start, end, params: { title, other: other.form, at: other.entry ?? '' } }];
    }),
};

type Together = (one: string, other: string) => boolean;
const grouped = new WeakMap<readonly PlacedNote[], Together>();

/** Whether some provision lists both numbers behind the title, or each beside a third. */
function listedTogether(notes: readonly PlacedNote[]): Together {
  let together = grouped.get(notes);
  if (together === undefined) {
    together = group(notes);
    grouped.set(notes, together);
  }
  return together;
}

function group(notes: readonly PlacedNote[]): Together {
  const parents = new Map<string, string>();
  const rootOf = (form: string): string => {
    let at = form;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    if (at !== form) parents.set(form, at);
    return at;
  };
  const places = new Map<string, string>();
  for (const { entry, provision, form } of notes) {
    const place = `${entry ?? ''} ${provision ?? ''}`;
    const first = places.get(place);
    if (first === undefined) places.set(place, form);
    else if (rootOf(first) !== rootOf(form)) parents.set(rootOf(form), rootOf(first));
  }
  return (one, other) => rootOf(one) === rootOf(other);
}
