import { scanAgencies } from '@dingben/references';
import { looseAgencyKey } from '../keys.ts';
import type { Context, Note, Passage, Rule, Seen } from '../model.ts';
import { once } from '../once.ts';
import { variants } from '../variants.ts';

const code = 'proofreading.agency-variant';

const note = once(({ text }: Passage): Note[] => {
  return scanAgencies(text).map(({ start, end, data }) => {
    const form = String(data['name']);
    return { key: looseAgencyKey(form), form, start, end };
  });
});

/**
 * An agency under another name than the registry's, or spelled otherwise than in most of the edition: 市人力资源和社会保障局
 * beside 市人力资源社会保障局.
 */
export const agencyVariant: Rule = {
  code,
  severity: 'warning',
  reads: ['leadAgency'],
  note,
  see: (passage, context) =>
    note(passage).flatMap((each) => byRegistry(each, context) ?? variants(code, [each], context)),
};

/** Null where the registry does not know the name. */
function byRegistry({ key, form, start, end }: Note, { facts }: Context): Seen[] | null {
  const name = facts.agencies.get(key);
  if (name === undefined) return null;
  return name === form ? [] : [{ start, end, fix: name, params: { other: name } }];
}
