import { leaves } from '@dingben/outline';
import { bundledOutline, mapProvisions, mendedOutline, mends } from '../../support/bundled-standard.ts';
import { applyFixes, editionNotes, proofreadEntry, proofreadOutline } from '@dingben/proofreading';

const bundled = bundledOutline();
const findings = proofreadOutline(bundled);

/** The defects of the bundled standard, as a reader of its text lists them: code, entry, provision, what stands there. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'number-titles': [
    '8 standard 《北京市0-6岁学前儿童免费健康体检的实施意见（试行）》（京卫妇社〔2009〕4号）',
    '9 standard 《北京市免费为新生儿进行先天性疾病筛查工作的实施意见（试行）》（京卫妇社〔2009〕4号）',
    '64（1） targetGroup 《关于完善我市城乡医疗救助制度的意见》（京民社救发〔2014〕219号）',
    '64（1） standard 《关于调整社会救助对象医疗救助相关标准的通知》（京民社救发〔2014〕219号）',
  ],
  'title-number-missing': [
    '7 standard 《国家基本公共卫生服务规范（第三版）》',
    '33 targetGroup 《工伤保险条例》',
    '34 standard 《国家基本公共卫生服务规范（第三版）》',
    '36 standard 《国家基本公共卫生服务规范（第三版）》',
    '38 standard 《国家基本公共卫生服务规范（第三版）》',
  ],
  'number-form': [
    '1 standard 〔2018〕22 号',
    '27 standard ﹝2014﹞170号',
    '45 standard ﹝2018﹞88号',
    '45 standard ﹝2019﹞6号',
  ],
  'order-form': ['6 standard 〔2005〕154号', '57 standard 183号'],
  'series-variant': ['8 standard 京卫妇精', '9 standard 京卫妇精'],
  'citation-doubled': ['51 content 《关于印发<北京市城乡居民基本医疗保险办法>的通知》（京政发〔2017〕29号）'],
  'title-variant': [
    '51 content 《关于印发<北京市城乡居民基本医疗保险办法>的通知》（京政发〔2017〕29号）',
    '51 standard 《关于印发<北京市城乡居民基本医疗保险办法>的通知》（京政发〔2017〕29号）',
  ],
  'title-brackets': [
    '2 standard <北京市母子健康档案>',
    '25 standard <流动人员人事档案管理服务规定>',
    '27 standard <北京市社会公益性就业组织管理试行办法>',
    '41 standard <北京市门诊使用免费基本药品治疗严重精神障碍管理办法（试行）>',
    '51 content <北京市城乡居民基本医疗保险办法>',
    '51 standard <北京市城乡居民基本医疗保险办法>',
    '77 standard <军人抚恤优待条例>',
  ],
  'title-separator': ['25 standard ）', '75 standard 、'],
  'standard-number-form': [
    '23 standard DB11/T1123-2023',
    '25 standard DB11/T3008.10-2018',
    '56 standard DB11/T1754-2020',
    '67 standard SF/T0058—2023',
    '67 standard SF/T0032—2023',
    '71 standard GB/T37516-2019',
    '75 standard GB50763-2012',
    '76 standard GB50763-2012',
  ],
  'issuer-variant': ['33 standard 中华人民共和国国务院令'],
  'agency-variant': ['79 leadAgency 市人力资源和社会保障局'],
  'funding-variant': [
    '17 funding 市级财政和区级财政共同承担支出责任',
    '53（1） funding 中央财政、市财政、区财政共同承担支出责任',
    '53（2） funding 中央财政、市财政、区财政共同承担支出责任',
    '53（3） funding 区财政承担支出责任',
    '56 funding 由市、区财政共同承担',
    '61 funding 区财政',
    '66 funding 市、区共同承担支出责任',
  ],
  'stray-blank': ['1 standard  '],
  'half-width-punctuation': [
    '8 content ,',
    '64（2） funding ,',
    '65 standard ;',
    '67 standard (SF/T0058—2023)',
    '67 standard (SF/T0032—2023)',
  ],
  'look-alike': ['11 standard •'],
  'list-mark': ['69 targetGroup 3.', '69 targetGroup 6.'],
  'word-form': ['21 targetGroup 其它', '65 standard 其它'],
};

describe('the bundled standard', () => {
  test('has the defects that a reader finds in it, and no other', () => {
    const found: Record<string, string[]> = {};
    for (const { code, entry = '', provision = '', found: text = '' } of findings)
      (found[code.replace('proofreading.', '')] ??= []).push(`${entry} ${provision} ${text}`);
    expect(found).toEqual(KNOWN);
  });

  test('spans and words of a finding are those of its provision', () => {
    for (const { entry, provision, start, end, found } of findings) {
      const text = provision && [...leaves(bundled)].find(({ path }) => path === entry)?.provisions[provision];
      expect(text?.slice(start, end)).toBe(found);
    }
  });

  test('mended, gives no finding at all', () => {
    expect(proofreadOutline(mendedOutline())).toEqual([]);
  });

  test('every mend mends something: without it there is a finding', () => {
    // The list of entry 69 is mended as a whole for the two marks that read wrongly.
    const partOfAWhole = ['：1.享受', '；2.低收入', '；4.年满', '；5.个人', '；6.0-15'];
    const all = mends().filter(({ before }) => !partOfAWhole.includes(before));
    const needless = all.filter(
      (left) =>
        proofreadOutline(
          mendedOutline(mends().filter(({ before, entry }) => before !== left.before || entry !== left.entry)),
        ).length === 0,
    );
    expect(needless).toEqual([]);
  });

  test('one entry held against the edition has the findings that it has in the whole', () => {
    const edition = editionNotes(bundled);
    for (const { path, entry, provisions } of leaves(bundled)) {
      const alone = proofreadEntry({ path, title: entry.title, provisions }, { edition });
      expect([path, alone]).toEqual([path, findings.filter((finding) => finding.entry === path)]);
    }
  });

  test('an entry that is being mended is not held against what it was', () => {
    const edition = editionNotes(bundled);
    const mended = [...leaves(mendedOutline())].find(({ path }) => path === '8');
    if (mended === undefined) throw new Error('no entry 8');
    const left = proofreadEntry({ path: '8', provisions: mended.provisions }, { edition });
    // Entry 9 still writes the number of a notice that both cite in the old way.
    expect(left.map(({ code }) => code)).toEqual(['proofreading.title-numbers']);
    const other = [...leaves(bundled)].find(({ path }) => path === '9');
    if (other === undefined) throw new Error('no entry 9');
    const codes = proofreadEntry({ path: '9', provisions: other.provisions }, { edition }).map(({ code }) => code);
    expect(codes).toContain('proofreading.number-titles');
  });

  test('its certain repairs bring no new finding', () => {
    const repaired = mapProvisions(bundled, (path, provision, text) =>
      applyFixes(
        text,
        findings.filter((finding) => finding.entry === path && finding.provision === provision),
      ),
    );
    const before = new Set(findings.map(({ code }) => code));
    const after = proofreadOutline(repaired);
    expect(after.filter(({ code }) => !before.has(code))).toEqual([]);
    expect(after.length).toBeLessThan(findings.length / 2);
  });
});
