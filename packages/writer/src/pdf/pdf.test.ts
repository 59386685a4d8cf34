import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Outline, Provisions } from '@dingben/outline';
import { loadFonts } from './fonts.ts';
import { readMetrics } from './sfnt.ts';
import { writePdf, type FontSource } from './index.ts';

const fonts: FontSource = (file) => Promise.resolve(readFileSync(require.resolve(file)));
const provisions: Provisions = {
  targetGroup: '常住居民。',
  content: '第一段。\n第二段。',
  standard: '每人每月2650元。',
  funding: '市级财政。',
  leadAgency: '市卫生健康委。',
};

function outlineOf(texts: Provisions): Outline {
  const entries = [
    { number: '1', title: '甲项', provisions: texts },
    { number: '2', title: '乙项', items: [{ number: '1', title: '丙项', provisions: texts }] },
  ];
  return {
    schema: 'dingben.outline/1',
    title: '某标准（2025年版）（征求意见稿）',
    edition: '2025年版（征求意见稿）',
    sections: [
      {
        kind: 'chapter',
        number: '一',
        title: '章',
        sections: [{ kind: 'category', number: '一', title: '类', entries }],
      },
    ],
  };
}

async function written(outline: Outline, meta = {}): Promise<Uint8Array> {
  const result = await writePdf(outline, fonts, meta);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** The texts of the pages as a second library reads them. It takes the buffer over, so it gets a copy. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(new Uint8Array(bytes));
  return text;
}

describe('writePdf', () => {
  test('prints the code of the publication on every page', async () => {
    const long = { ...provisions, content: '第一段。'.repeat(600) };
    const pages = await pagesOf(await written(outlineOf(long), { code: '7K2M-9QX4-0000-0001' }));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page).toContain('核验码 7K2M-9QX4-0000-0001');
  });

  test('has the lines of the official text, and the number of the page', async () => {
    expect(await pagesOf(await written(outlineOf(provisions)))).toEqual([
      [
        ...['某标准', '（2025年版）（征求意见稿）', '一、章', '（一）类', '1.甲项。'],
        ...['服务对象：常住居民。', '服务内容：第一段。', '第二段。', '服务标准：每人每月2650元。'],
        ...['支出责任：市级财政。', '牵头负责单位：市卫生健康委。', '2.乙项。', '（1）丙项。'],
        ...['服务对象：常住居民。', '服务内容：第一段。', '第二段。', '服务标准：每人每月2650元。'],
        ...['支出责任：市级财政。', '牵头负责单位：市卫生健康委。', '— 1 —'],
      ].join('\n'),
    ]);
  });

  test('puts 28 characters on a line and 22 lines on a page', async () => {
    const [, second = ''] = await pagesOf(await written(outlineOf({ ...provisions, content: '字'.repeat(2000) })));
    expect(second.split('\n')).toEqual([...Array<string>(22).fill('字'.repeat(28)), '— 2 —']);
  });

  test('lets no closing mark begin a line and no opening mark end one, and keeps numbers whole', async () => {
    const content = `${'字'.repeat(20)}。${'字'.repeat(27)}《${'字'.repeat(26)}》（${'字'.repeat(23)}123456元）`;
    const [page = ''] = await pagesOf(await written(outlineOf({ ...provisions, content })));
    const lines = page.split('\n').slice(6, 11);
    expect(lines.join('')).toBe(`服务内容：${content}`);
    expect(lines.filter((line) => '。》）'.includes(line.charAt(0)) || '《（'.includes(line.slice(-1)))).toEqual([]);
    expect(lines.some((line) => line.includes('123456'))).toBe(true);
  });

  // Two lines are left on the second page: too few for two headings and a line of text.
  test('names chapters, categories, entries and items among its bookmarks, each on its page', async () => {
    const document = await getDocumentProxy(await written(outlineOf({ ...provisions, leadAgency: '字'.repeat(840) })));
    type Node = Awaited<ReturnType<typeof document.getOutline>>[number];
    const tree = async ({ title, dest, items }: Node): Promise<unknown> => {
      // An explicit destination: the page's reference first.
      const page = await document.getPageIndex((dest as unknown as Parameters<typeof document.getPageIndex>)[0]);
      return [title, page, await Promise.all(items.map(tree))];
    };
    expect(await Promise.all((await document.getOutline()).map(tree))).toEqual([
      [
        '一、章',
        0,
        [
          [
            '（一）类',
            0,
            [
              ['1.甲项', 0, []],
              ['2.乙项', 2, [['（1）丙项', 2, []]]],
            ],
          ],
        ],
      ],
    ]);
  });

  test('draws a character that the main fonts lack in another, and every character as itself', async () => {
    // Rare, outside the first plane, and one that looks like another.
    const content = '①≥℃Ⅲ䶮𠮷，\ufa0c兀';
    const [page = ''] = await pagesOf(await written(outlineOf({ ...provisions, content })));
    expect(page).toContain(`服务内容：${content}`);
  });

  test('refuses characters that no font has, and names them', async () => {
    expect(await writePdf(outlineOf({ ...provisions, content: '甲\u{2A6D6}乙\u{1F600}' }), fonts)).toEqual({
      ok: false,
      problem: {
        code: 'document.character-missing',
        params: { characters: '\u{2A6D6} U+2A6D6、\u{1F600} U+1F600', count: 2 },
      },
    });
  });

  test('gives the same bytes at any time, and names the day of publication only', async () => {
    const first = await written(outlineOf(provisions), { publishedOn: '2026-11-23' });
    jest.useFakeTimers({
      now: new Date('2031-02-03T04:05:06Z'),
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout'],
    });
    try {
      expect(Buffer.compare(first, await written(outlineOf(provisions), { publishedOn: '2026-11-23' }))).toBe(0);
    } finally {
      jest.useRealTimers();
    }
    expect(
      Buffer.from(first)
        .toString('latin1')
        .match(/D:\d{14}Z/g),
    ).toEqual(['D:20261123000000Z', 'D:20261123000000Z']);
  });

  test('refuses a code point that stored text may not hold', async () => {
    await expect(writePdf(outlineOf({ ...provisions, content: 'a\u0001' }), fonts)).rejects.toThrow(RangeError);
  });
});

test('what is cut from a font still says under which licence it may be handed on', async () => {
  const faces = ['song', 'bold', 'hei', 'kai'] as const;
  const loaded = await loadFonts(new Map(faces.map((face) => [face, '字'])), fonts);
  if (!loaded.ok) throw new Error(loaded.problem.code);
  const names = [...loaded.value.used].map(([face, { file }]) => [
    face,
    Buffer.from(file).toString('latin1').replaceAll('\0', ''),
  ]);
  expect(
    names.filter(([, name = '']) => /(scripts.sil.org.OFL|openfontlicense.org)/.test(name)).map(([face]) => face),
  ).toEqual([...faces]);
});

describe('readMetrics', () => {
  test('refuses a font without the tables that drawing needs', () => {
    expect(() => readMetrics(new Uint8Array(12))).toThrow('the font has no table head');
  });
});
