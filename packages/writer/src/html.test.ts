import type { Outline } from '@dingben/outline';
import { writeHtml } from './index.ts';

const hostile = `<script>alert("1")</script>&'`;
const provisions = { targetGroup: hostile, content: '乙。\n  丙。', standard: '丁', funding: '戊', leadAgency: '己' };
const outline: Outline = {
  schema: 'dingben.outline/1',
  title: hostile,
  edition: hostile,
  sections: [
    {
      kind: 'chapter',
      number: '一',
      title: hostile,
      sections: [
        {
          kind: 'category',
          number: '八',
          title: hostile,
          entries: [
            { number: '10', title: hostile, provisions },
            { number: '16', title: 'B', items: [{ number: '1', title: 'B1', provisions }] },
            { number: '16', title: 'B again', provisions },
          ],
        },
      ],
    },
  ],
};
const html = writeHtml(outline, { publishedOn: hostile, treeHash: 'abc' });

describe('writeHtml', () => {
  test('has an anchor for each section, entry and provision, each once', () => {
    const ids = [...html.matchAll(/id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids).toEqual(
      expect.arrayContaining(['chapter-1', 'category-8', 'e10', 'e10-standard', 'e16-1-leadAgency', 'e16.2']),
    );
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  test('gives every entry and provision a link to itself, so that its address can be passed on', () => {
    const links = new Set([...html.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]));
    for (const id of ['e10', 'e10-standard', 'e16-1', 'e16-1-leadAgency', 'e16.2']) expect(links).toContain(id);
  });

  test('is printed on numbered A4 pages, in black on white', () => {
    expect(html).toMatch(/@page\{size:A4;margin:37mm 26mm 35mm 28mm/);
    expect(html).toContain('counter(page)');
    expect(html).toMatch(/@media print\{:root\{color-scheme:light;--ink:#000;--paper:#fff/);
  });

  test('escapes whatever comes from outside', () => {
    expect(html).not.toContain('<script');
    expect(html.split('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;').length - 1).toBe(10);
  });

  test('keeps a provision to the character', () => {
    expect(html).toContain('<dt><a href="#e10-content">服务内容</a></dt><dd>乙。\n  丙。</dd>');
  });

  test('is one Chinese page that fetches nothing', () => {
    expect(html.startsWith('<!doctype html>\n<html lang="zh-CN">')).toBe(true);
    expect(html).not.toMatch(/<link|<img|<script|url\(|@import|src=/);
  });

  test('says nothing of dates and hashes that it is not given', () => {
    expect(writeHtml(outline)).not.toContain('<footer>');
    expect(html).toContain('内容校验值：<span>abc</span>');
  });
});
