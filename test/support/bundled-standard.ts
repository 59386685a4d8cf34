import { readFileSync } from 'node:fs';
import { PROVISION_KEYS, leaves, type Entry, type Outline, type ProvisionKey, type Section } from '@dingben/outline';
import { read, type KnownHeading } from '@dingben/reader';

const SOURCE = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';
const MENDS = 'test/fixtures/proofreading/mends.txt';

/** The bundled standard as it is read, with the headings that its text had lost. */
export function bundledOutline(): Outline {
  // The bundled data, whose form the reader's tests hold.
  const { headings } = JSON.parse(readFileSync(`${SOURCE}.headings.json`, 'utf8')) as { headings: KnownHeading[] };
  return read(readFileSync(`${SOURCE}.txt`, 'utf8'), { knownHeadings: headings });
}

/** One repair of a known defect: `before` stands once in the provision. */
export interface Mend {
  readonly entry: string;
  readonly provision: ProvisionKey;
  readonly before: string;
  readonly after: string;
}

/** The repairs of the known defects, in the order of their file, which says why. */
export function mends(): Mend[] {
  const lines = readFileSync(MENDS, 'utf8').split('\n');
  return lines.flatMap((line) => {
    if (line === '' || line.startsWith('#')) return [];
    const colon = line.indexOf(': ');
    const [before = '', after] = line.slice(colon + 2).split(' ⇒');
    const [entry = '', key] = line.slice(0, colon).split(' ');
    const provision = PROVISION_KEYS.find((each) => each === key);
    if (after === undefined || provision === undefined) throw new Error(`no mend: ${line}`);
    return [{ entry, provision, before, after: after.trimStart() }];
  });
}

/** The clean copy: the bundled standard with these repairs. @throws where a repair does not fit exactly once. */
export function mendedOutline(repairs: readonly Mend[] = mends()): Outline {
  const bundled = bundledOutline();
  const paths = new Set([...leaves(bundled)].map(({ path }) => path));
  for (const { entry } of repairs) if (!paths.has(entry)) throw new Error(`no entry ${entry}`);
  return mapProvisions(bundled, (path, provision, text) =>
    repairs
      .filter((mend) => mend.entry === path && mend.provision === provision)
      .reduce((mended, { before, after }) => {
        if (mended.split(before).length !== 2) throw new Error(`${path} ${provision}: not once: ${before}`);
        return mended.replace(before, () => after);
      }, text),
  );
}

/** The outline with each provision's text replaced. */
export function mapProvisions(
  outline: Outline,
  change: (path: string, provision: ProvisionKey, text: string) => string,
): Outline {
  const ofEntry = (entry: Entry, path: string): Entry => ({
    ...entry,
    ...(entry.provisions && {
      provisions: {
        targetGroup: change(path, 'targetGroup', entry.provisions.targetGroup),
        content: change(path, 'content', entry.provisions.content),
        standard: change(path, 'standard', entry.provisions.standard),
        funding: change(path, 'funding', entry.provisions.funding),
        leadAgency: change(path, 'leadAgency', entry.provisions.leadAgency),
      },
    }),
    ...(entry.items && { items: entry.items.map((item) => ofEntry(item, `${path}（${item.number}）`)) }),
  });
  const ofSection = (section: Section): Section => ({
    ...section,
    ...(section.entries && { entries: section.entries.map((entry) => ofEntry(entry, entry.number)) }),
    ...(section.sections && { sections: section.sections.map(ofSection) }),
  });
  return { ...outline, sections: outline.sections.map(ofSection) };
}
