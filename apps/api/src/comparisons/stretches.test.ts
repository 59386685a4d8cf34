import { stretchesBetween } from './stretches.ts';

test('what only one of two lineages contains, from either side', () => {
  const base = { editionId: 'base', number: 1 };
  const draft = [{ editionId: 'draft', number: 5 }, base];
  const fork = { editionId: 'draft', after: 0, upTo: 5 };
  expect(stretchesBetween([base], draft)).toEqual([fork]);
  expect(stretchesBetween(draft, [base])).toEqual([fork]);
  expect(stretchesBetween([{ editionId: 'draft', number: 2 }, base], draft)).toEqual([{ ...fork, after: 2 }]);
  expect(stretchesBetween(draft, draft)).toEqual([]);
});
