import { html, jsonBlock } from './html.ts';

const hostile = `<script>alert("1")</script> & '`;

test('whatever is put into a template is escaped', () => {
  expect(html`<p title="${hostile}">${hostile}${[hostile]}</p>`.text).toBe(
    `<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;">${'&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;'.repeat(2)}</p>`,
  );
});

test('a template within a template stays as it is', () => {
  expect(html`<p>${[1, 2].map((each) => html`<b>${each}</b>`)}${null}</p>`.text).toBe('<p><b>1</b><b>2</b></p>');
});

test('the indentation of the source is not sent, and that of a text is', () => {
  const page = html`<dl>
    <dd>${'甲\n    乙'}</dd>
  </dl>`;
  expect(page.text).toBe('<dl>\n<dd>甲\n    乙</dd>\n</dl>');
});

test('no text ends a block of data', () => {
  const block = jsonBlock({ name: hostile }).text;
  expect(block).not.toContain('<');
  expect(JSON.parse(block)).toEqual({ name: hostile });
});
