import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { chapterOf, leaves, PROVISION_KEYS } from '@dingben/outline';
import { read, type KnownHeading } from '@dingben/reader';
import { writeAkn } from '@dingben/writer';
import { validateXML } from 'xmllint-wasm';

const source = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';
// The bundled data, whose form the tests of the reader hold.
const { headings } = JSON.parse(readFileSync(`${source}.headings.json`, 'utf8')) as { headings: KnownHeading[] };
const outline = read(readFileSync(`${source}.txt`, 'utf8'), { knownHeadings: headings });
const xml = writeAkn(outline, { publishedOn: '2023-10-01', effectiveOn: '2023-12-01', treeHash: 'ab' });

/** The OASIS schema is no part of the project. It is looked for where the environment says, then beside the checkout. */
const places = [
  process.env['DINGBEN_AKN_SCHEMA'],
  ...['..', '../..'].map((up) => resolve(up, 'shared/data/akomantoso30.xsd')),
];
const schema = places.find((path) => path !== undefined && existsSync(path));
const withSchema = schema === undefined ? test.skip : test;

describe('the bundled standard in Akoma Ntoso', () => {
  withSchema(
    'is valid by the OASIS schema (needs akomantoso30.xsd and xml.xsd, by DINGBEN_AKN_SCHEMA or in ../shared/data)',
    async () => {
      expect(await errorsOf(xml)).toEqual([]);
      // The schema is seen to look: an id twice, and an element that it does not know.
      expect(await errorsOf(xml.replace('eId="art_2"', 'eId="art_1"'))).not.toEqual([]);
      expect(await errorsOf(xml.replaceAll('hcontainer', 'provision'))).not.toEqual([]);
    },
  );

  withSchema('is valid too as a draft, and as one chapter that says which part it is', async () => {
    const chapter = chapterOf(outline, '三');
    if (chapter === null) throw new Error('the bundled standard has no third chapter');
    const part = writeAkn(chapter, { treeHash: 'ab', draft: '草案 第3次提交', chapter: '三' });
    expect(await errorsOf(part)).toEqual([]);
    expect(part).toContain('/!main~chp_3"');
    expect(part).toContain('<FRBRportion from="#chp_3"/>');
    expect(part).toContain('<FRBRauthoritative value="false"/>');
  });

  test('has every provision, exact to the character', () => {
    const texts = new Map(
      [...xml.matchAll(/<hcontainer eId="([^"]+)".*<content eId="[^"]+">(.*)<\/content>/g)].map(
        ([, id = '', content = '']) => [id, plain(content.replaceAll('</p><p>', '\n'))],
      ),
    );
    const expected = [...leaves(outline)].flatMap(({ service, entry, depth, provisions }) => {
      const id = depth === 0 ? `art_${service.number}` : `art_${service.number}__para_${entry.number}`;
      return PROVISION_KEYS.map((key): [string, string] => [`${id}__${key}`, provisions[key]]);
    });
    expect([...texts]).toEqual(expected);
    expect(expected).toHaveLength(93 * 5);
  });
});

async function errorsOf(contents: string): Promise<string[]> {
  const part = (path: string): string => readFileSync(path, 'utf8');
  const { errors } = await validateXML({
    xml: [{ fileName: 'standard.xml', contents }],
    schema: [{ fileName: 'akomantoso30.xsd', contents: part(schema ?? '') }],
    preload: [{ fileName: 'xml.xsd', contents: part(join(dirname(schema ?? ''), 'xml.xsd')) }],
  });
  return errors.map(({ message }) => message);
}

function plain(content: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', amp: '&' };
  return content.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (_all, name: string) => signs[name] ?? '');
}
