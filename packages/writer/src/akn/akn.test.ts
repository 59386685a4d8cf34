import type { Outline, Provisions } from '@dingben/outline';
import { writeAkn } from '../index.ts';

const provisions: Provisions = {
  targetGroup: '甲 <b>&"\'。',
  content: '乙。\n  丙。',
  standard: '依《某法》（京政发〔2018〕22号）和《某法》（京政发〔2018〕22号）执行。',
  funding: '',
  leadAgency: '市卫生健康委、市财政局。',
};
const entries = [
  { number: '1', title: 'A', code: 'S-1', provisions },
  { number: '2', title: 'B', items: [{ number: '1', title: 'B1', provisions }] },
];
const outline: Outline = {
  schema: 'dingben.outline/1',
  title: '某标准（2025年版）（征求意见稿）',
  edition: '2025年版（征求意见稿）',
  sections: [
    {
      kind: 'chapter',
      number: '一',
      title: '章',
      sections: [{ kind: 'category', number: '三', title: '类', entries }],
    },
  ],
};
const xml = writeAkn(outline);

function ids(text: string): string[] {
  return [...text.matchAll(/ eId="([^"]+)"/g)].map(([, id = '']) => id);
}

describe('writeAkn', () => {
  test('names sections, entries and provisions by what is printed', () => {
    expect(ids(xml.slice(xml.indexOf('<body>'))).filter((id) => !/__(text|ref_\d|org_\d)$/.test(id))).toEqual([
      ...['chp_1', 'chp_1__sec_3'],
      ...['art_1', ...Object.keys(provisions).map((key) => `art_1__${key}`)],
      ...['art_2', 'art_2__para_1', ...Object.keys(provisions).map((key) => `art_2__para_1__${key}`)],
    ]);
  });

  test('keeps one id for a service through all editions', () => {
    expect(xml).toContain('<article eId="art_1" wId="svc_S-1">');
    const moved = {
      ...outline,
      sections: [{ kind: 'chapter', number: '二', title: '', entries: [{ ...entries[0], number: '9' }] }],
    };
    // The same entry under another number.
    expect(writeAkn(moved as Outline)).toContain('<article eId="art_9" wId="svc_S-1">');
  });

  test('gives an id out once', () => {
    const twice = { ...outline, sections: [...outline.sections, ...outline.sections] };
    const all = ids(writeAkn(twice));
    expect(new Set(all).size).toBe(all.length);
  });

  test('keeps a text exact, a paragraph a line', () => {
    expect(xml).toContain('<p>甲 &lt;b&gt;&amp;&quot;'.replace('&quot;', '"') + "'。</p>");
    expect(xml).toContain('<p>乙。</p><p>  丙。</p>');
    expect(writeAkn({ ...outline, title: 'a\rb' })).toContain('a&#13;b');
  });

  test('marks each citation where it stands, and names the regulation once', () => {
    const href = `/akn/cn/doc/${encodeURIComponent('京政发〔2018〕22号')}`;
    const ref = (id: number): string =>
      `<ref eId="art_1__standard__ref_${id}" href="${href}" refersTo="#reg_1">《某法》（京政发〔2018〕22号）</ref>`;
    expect(xml).toContain(`<p>依${ref(1)}和${ref(2)}执行。</p>`);
    expect(xml.match(/<TLCReference .*/g)).toEqual([
      `<TLCReference eId="reg_1" name="regulation" href="${href}" showAs="某法" shortForm="京政发〔2018〕22号"/>`,
    ]);
  });

  test('names the agencies that lead', () => {
    expect(xml).toContain(
      '<p><organization eId="art_1__leadAgency__org_1" refersTo="#org_1">市卫生健康委</organization>、' +
        '<organization eId="art_1__leadAgency__org_2" refersTo="#org_2">市财政局</organization>。</p>',
    );
    expect([...xml.matchAll(/<TLCOrganization eId="org_\d".* showAs="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      '市卫生健康委',
      '市财政局',
    ]);
  });

  test('identifies the standard, its edition and the file', () => {
    const work = `/akn/cn/act/standard/${encodeURIComponent('某标准')}`;
    const meta = { publishedOn: '2026-11-23', effectiveOn: '2027-01-01', treeHash: 'abc' };
    const uris = (text: string): string[] => [...text.matchAll(/<FRBRuri value="([^"]+)"/g)].map(([, uri = '']) => uri);
    expect(uris(xml)).toEqual([work, `${work}/zho@2025-01-01`, `${work}/zho@2025-01-01.xml`]);
    const published = writeAkn(outline, meta);
    expect(uris(published)).toEqual([work, `${work}/zho@2026-11-23`, `${work}/zho@2026-11-23.xml`]);
    expect(published).toContain('<FRBRversionNumber value="2025年版（征求意见稿）"/>');
    expect(published).toContain('<FRBRalias name="treeHash" value="abc"/>');
    expect(published).toContain('<eventRef eId="in-force" date="2027-01-01" source="#dingben" type="generation"/>');
  });

  test('refuses a code point that XML may not carry', () => {
    expect(() => writeAkn({ ...outline, title: 'a\u0001' })).toThrow(RangeError);
  });
});
