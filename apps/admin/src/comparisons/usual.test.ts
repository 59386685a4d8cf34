import { describe, expect, it } from '@jest/globals';
import type { EditionSummary } from '../api/types.ts';
import { usualSides } from './usual.ts';

const edition = (id: string, state: EditionSummary['state'], basedOn: string | null, day: number) => ({
  id,
  state,
  basedOn: basedOn === null ? null : { id: basedOn, label: basedOn },
  createdAt: `2026-11-0${day}T00:00:00Z`,
});

describe('what is compared where nothing was chosen', () => {
  const first = edition('a', 'imported', null, 1);
  const published = edition('b', 'published', 'a', 2);
  const draft = edition('c', 'drafting', 'a', 3);

  it('is the newest draft with its base', () => {
    expect(usualSides([first, draft, published])).toEqual({ before: 'edition:a', after: 'edition:c' });
    expect(usualSides([edition('d', 'imported', null, 4), draft, first])?.after).toBe('edition:c');
  });

  it('is the newest edition with its base, where nothing is in work', () => {
    const givenUp = edition('d', 'abandoned', 'b', 4);
    expect(usualSides([first, published, givenUp])).toEqual({ before: 'edition:a', after: 'edition:b' });
  });

  it('is the newest with the one before it, where neither was forked', () => {
    const second = edition('b', 'imported', null, 2);
    expect(usualSides([first, second])).toEqual({ before: 'edition:a', after: 'edition:b' });
  });

  it('is nothing where there are not two', () => {
    expect(usualSides([first])).toBeNull();
    expect(usualSides([])).toBeNull();
  });
});
