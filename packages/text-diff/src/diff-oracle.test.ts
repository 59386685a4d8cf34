/**
 * The `diff` library as an oracle: over the same tokens it finds a shortest edit, which ours may exceed only by what
 * readability costs (islands joined, unique tokens kept together) and never by more than a tenth over a whole document.
 */
import { diffArrays } from 'diff';
import { readFileSync } from 'node:fs';
import { diffText } from './diff-text.ts';
import { tokenise } from './tokenise.ts';

const paragraphs = readFileSync('prisma/seed/beijing-basic-public-service-standard-2023-draft.txt', 'utf8')
  .split('\n')
  .filter((line) => line.length > 60);

/** The paragraph as a later edition might have it: a clause dropped, an amount and a year changed, a clause added. */
function amended(text: string, index: number): string {
  const clauses = text.split('、');
  if (clauses.length > 3) clauses.splice((index * 7) % clauses.length, 1);
  return `${clauses.join('、').replaceAll('20', '21').replace('服务', '公共服务')}并按年度公布。`;
}

function changedCharacters(parts: readonly { readonly text: string; readonly changed: boolean }[]): number {
  return parts.reduce((sum, part) => sum + (part.changed ? part.text.length : 0), 0);
}

test('marks hardly more of the real standard than a shortest edit over the same tokens', () => {
  let ours = 0;
  let shortest = 0;
  for (const [index, before] of paragraphs.entries()) {
    const after = amended(before, index);
    ours += changedCharacters(diffText(before, after).map(({ op, text }) => ({ text, changed: op !== 'equal' })));
    shortest += changedCharacters(
      diffArrays(tokenise(before), tokenise(after)).map((part) => ({
        text: part.value.join(''),
        changed: part.added || part.removed,
      })),
    );
  }
  expect(paragraphs.length).toBeGreaterThan(100);
  expect(shortest).toBeGreaterThan(0);
  expect(ours / shortest).toBeLessThan(1.1);
});
