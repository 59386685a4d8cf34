import { strFromU8, unzipSync } from 'fflate';
import type { Outline } from '@dingben/outline';
import { writeDocx } from './index.ts';

const provisions = {
  targetGroup: '甲 <b>&"\'。',
  content: '乙。\n  丙。',
  standard: '',
  funding: '丁。',
  leadAgency: '戊。',
};
const outline: Outline = {
  schema: 'dingben.outline/1',
  title: '某标准（2025年版）（征求意见稿）',
  edition: '2025年版（征求意见稿）',
  sections: [
    {
      kind: 'chapter',
      number: '一',
      title: '章',
      sections: [
        {
          kind: 'category',
          number: '一',
          title: '类',
          entries: [{ number: '1', title: 'A', items: [{ number: '1', title: 'A1', provisions }] }],
        },
      ],
    },
  ],
};

async function part(name: string, meta = {}): Promise<string> {
  return strFromU8(unzipSync(await writeDocx(outline, meta))[name] ?? new Uint8Array());
}

/** The texts of the paragraphs, by the tags alone. */
function paragraphs(xml: string): string[] {
  return xml
    .split('</w:p>')
    .slice(0, -1)
    .map((each) => unescape(each.replaceAll('<w:br/>', '\n').replace(/<[^>]*>/g, '')));
}

function unescape(text: string): string {
  const plain: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(\w+);/g, (_all, name: string) => plain[name] ?? '');
}

describe('writeDocx', () => {
  test('has title, headings, entries and labelled provisions as paragraphs, exact to the character', async () => {
    const xml = await part('word/document.xml');
    expect(paragraphs(xml)).toEqual([
      '某标准\n（2025年版）（征求意见稿）',
      '一、章',
      '（一）类',
      '1.A。',
      '（1）A1。',
      '服务对象：甲 <b>&"\'。',
      '服务内容：乙。',
      '  丙。',
      '服务标准：',
      '支出责任：丁。',
      '牵头负责单位：戊。',
    ]);
    expect(xml).toContain('<w:t xml:space="preserve">  丙。</w:t>');
  });

  test('keeps the measures of official documents', async () => {
    const xml = await part('word/document.xml');
    const heading = (level: number): number => xml.split(`<w:pStyle w:val="Heading${level}"/>`).length - 1;
    expect([1, 2, 3, 4].map(heading)).toEqual([1, 1, 1, 1]);
    expect(xml).toMatch(/<w:pgSz [^>]*w:w="11906" w:h="16838"/);
    expect(xml).toMatch(/<w:pgMar [^>]*w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    // 22 lines of 28 characters fill the page: 12,756 twips in height, 8,845 in width.
    expect(xml).toContain('<w:docGrid w:linePitch="579"/>');
    expect(await part('word/styles.xml')).toContain('<w:spacing w:val="-5"/>');
    expect(xml).toContain('w:line="579" w:lineRule="exact"');
    expect(new Set(xml.match(/w:eastAsia="[^"]+"/g))).toEqual(
      new Set(['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312'].map((name) => `w:eastAsia="${name}"`)),
    );
    expect(new Set(xml.match(/<w:color w:val="[^"]+"/g))).toEqual(new Set(['<w:color w:val="000000"']));
  });

  test('names another face for each that may be missing', async () => {
    const used = ['word/document.xml', 'word/footer1.xml']
      .map((name) => part(name))
      .map(async (xml) => [...(await xml).matchAll(/w:eastAsia="([^"]+)"/g)].map(([, name]) => name));
    const names = new Set((await Promise.all(used)).flat());
    const table = await part('word/fontTable.xml');
    expect(
      [...table.matchAll(/<w:font w:name="([^"]+)"><w:altName w:val="[^"]+"/g)].map(([, name]) => name).sort(),
    ).toEqual([...names].sort());
  });

  test('numbers its pages at the outer edge', async () => {
    for (const name of ['word/footer1.xml', 'word/footer2.xml']) {
      const xml = await part(name);
      expect(xml.replace(/<w:instrText[^>]*>PAGE<\/w:instrText>/, '1').replace(/<[^>]*>/g, '')).toBe('— 1 —');
      // 1,587 from the edge and 320 high: below the margin of 1,984, which it would push up otherwise.
      expect(xml).toContain('w:line="320" w:lineRule="exact"');
    }
    expect(await part('word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
  });

  test('prints the code of the publication across from the page number', async () => {
    const files = unzipSync(await writeDocx(outline, { code: '7K2M-9QX4-0000-0001' }));
    const texts = ['word/footer1.xml', 'word/footer2.xml'].map((name) =>
      strFromU8(files[name] ?? new Uint8Array())
        .replace(/<w:instrText[^>]*>PAGE<\/w:instrText>/, '1')
        .replaceAll('<w:tab/>', '→')
        .replace(/<[^>]*>/g, ''),
    );
    expect(texts.sort()).toEqual(['— 1 —→核验码 7K2M-9QX4-0000-0001', '核验码 7K2M-9QX4-0000-0001→— 1 —']);
  });

  test('gives the same bytes at any time, and names the day of publication only', async () => {
    const first = await writeDocx(outline, { publishedOn: '2026-11-23' });
    jest.useFakeTimers({
      now: new Date('2031-02-03T04:05:06Z'),
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout'],
    });
    try {
      expect(Buffer.compare(first, await writeDocx(outline, { publishedOn: '2026-11-23' }))).toBe(0);
    } finally {
      jest.useRealTimers();
    }
    const core = await part('docProps/core.xml', { publishedOn: '2026-11-23' });
    expect(core.match(/2\d{3}-[^<]*/g)).toEqual(['2026-11-23T00:00:00Z', '2026-11-23T00:00:00Z']);
  });

  test('refuses a code point that XML may not carry', async () => {
    await expect(writeDocx({ ...outline, title: 'a\u0001' })).rejects.toThrow(RangeError);
  });
});
