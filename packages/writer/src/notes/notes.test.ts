import { comparableOf, compareOutlines } from '@dingben/comparison';
import { strFromU8, unzipSync } from 'fflate';
import type { Entry, Outline } from '@dingben/outline';
import { writeNotesDocx } from '../docx/index.ts';
import { revisionNotes, writeNotesHtml } from '../index.ts';

function entry(number: string, title: string, standard: string, leadAgency = '市民政局。'): Entry {
  return {
    number,
    title,
    provisions: { targetGroup: `${title}对象。`, content: '', standard, funding: '', leadAgency },
  };
}

function outlineOf(edition: string, entries: readonly Entry[], heading = '类'): Outline {
  const title = `某标准（${edition}）`;
  return {
    schema: 'dingben.outline/1',
    title,
    edition,
    sections: [{ kind: 'category', number: '一', title: heading, entries }],
  };
}

const old = [
  entry('1', '补贴', '每月2650元。'),
  entry('2', '养老', '甲。'),
  entry('3', '<不动>', '不变。'),
  entry('4', '筛查', '做一件事。'),
];
const before = outlineOf('2023年版', old);
const after = outlineOf('2025年版', [
  entry('1', '补贴', '每月2800元。', '市民政局、市财政局。'),
  entry('2', '<不动>', '不变。'),
  entry('3', '筛查', '完全另一件很不相同的工作。'),
]);
const comparison = compareOutlines(comparableOf(before), comparableOf(after));

describe('revisionNotes', () => {
  test('counts the entries under each class, in the official order', () => {
    const { rows, paragraph } = revisionNotes(comparison);
    expect(rows.map(({ name, entries }) => [name, entries.map((each) => each.name)])).toEqual([
      ['取消', ['2.养老（取消）']],
      ['提高标准', ['1.补贴']],
      ['调整牵头单位', ['1.补贴']],
      ['未归类', ['3.筛查（原4）']],
    ]);
    expect(paragraph).toBe(
      '与2023年版相比，2025年版共调整条目3项：取消1项、提高标准1项、调整牵头单位1项、未归类1项（同一条目涉及多类调整的，分别计入）；其余1项内容未作调整。',
    );
  });

  test('takes what people confirmed before what was proposed', () => {
    const confirmed = new Map([
      ['1', ['提高标准']],
      ['3', ['扩大对象']],
    ]);
    expect(revisionNotes(comparison, confirmed).paragraph).toBe(
      '与2023年版相比，2025年版共调整条目3项：取消1项、提高标准1项、扩大对象1项；其余1项内容未作调整。',
    );
  });

  test('says how many entries nobody has confirmed, until every one is', () => {
    expect(revisionNotes(comparison)).toMatchObject({
      unconfirmed: 3,
      caveat: '暂计：以上有3项条目的调整类型尚未经人工确认，按系统建议计入。',
    });
    const entries = comparison.entries.map((entry) => ({ ...entry, confirmation: { by: '某人' } }));
    expect(revisionNotes({ ...comparison, entries })).toMatchObject({ unconfirmed: 0, caveat: null });
    expect(revisionNotes(comparison, new Map([['1', ['提高标准']]])).unconfirmed).toBe(2);
  });

  test('says so where nothing changed, and counts headings that did', () => {
    const same = (other: Outline) => revisionNotes(compareOutlines(comparableOf(before), comparableOf(other)));
    expect(same(before)).toMatchObject({ rows: [], paragraph: '与2023年版相比，2023年版的条目内容未作调整。' });
    expect(same(outlineOf('2024年版', old, '别类')).paragraph).toBe(
      '与2023年版相比，2024年版的条目内容未作调整。另调整章、类标题1处。',
    );
  });
});

describe('the notes as files', () => {
  const notes = revisionNotes(comparison);

  test('the page has every count beside its entries, escaped', () => {
    const html = writeNotesHtml({ ...notes, rows: [{ name: '新增', entries: [{ key: '3', name: '3.<不动>' }] }] });
    expect(html).toContain('<td data-label="项数">1</td><td data-label="条目"><ul><li>3.&lt;不动&gt;</li></ul></td>');
    expect(html).toContain(
      `<p class="notes">${notes.paragraph}</p>\n<p class="notes"><strong>${notes.caveat}</strong></p>`,
    );
  });

  test('the document has the paragraph and the table', async () => {
    const xml = strFromU8(unzipSync(await writeNotesDocx(notes))['word/document.xml'] ?? new Uint8Array());
    const texts = xml.split('</w:p>').map((each) => each.replace(/<[^>]*>/g, ''));
    expect(texts.slice(0, 9)).toEqual([
      notes.title,
      notes.paragraph,
      notes.caveat,
      '调整类型',
      '项数',
      '条目',
      '取消',
      '1',
      '2.养老（取消）',
    ]);
    expect(Buffer.compare(await writeNotesDocx(notes), await writeNotesDocx(notes))).toBe(0);
  });
});
