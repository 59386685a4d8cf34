import { readFileSync } from 'node:fs';
import { leaves, PROVISION_KEYS } from '@dingben/outline';
import { read, type KnownHeading } from '@dingben/reader';
import { writePdf } from '@dingben/writer/pdf';
import { extractText } from 'unpdf';

const source = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';
// The bundled data, whose form the tests of the reader hold.
const { headings } = JSON.parse(readFileSync(`${source}.headings.json`, 'utf8')) as { headings: KnownHeading[] };
const outline = read(readFileSync(`${source}.txt`, 'utf8'), { knownHeadings: headings });

test('the bundled standard as PDF holds every provision, as another library reads it', async () => {
  const written = await writePdf(outline, (file) => Promise.resolve(readFileSync(require.resolve(file))));
  if (!written.ok) throw new Error(written.problem.code);
  const { text: pages } = await extractText(written.value);
  expect(pages.length).toBeGreaterThan(50);
  // Lines and pages end where they are full; blanks at their ends are not seen.
  const text = closeUp(pages.map((page, index) => page.replace(new RegExp(`— ${index + 1} —$`), '')).join(''));
  const missing = [...leaves(outline)].flatMap(({ path, provisions }) =>
    PROVISION_KEYS.filter((key) => !text.includes(closeUp(provisions[key]))).map((key) => `${path} ${key}`),
  );
  expect(missing).toEqual([]);
});

function closeUp(text: string): string {
  return text.replaceAll(/\s/g, '');
}
