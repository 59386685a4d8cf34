import { escape } from '@dingben/writer';

/** Markup that needs no escaping any more. Only `html` makes it, so that no text becomes markup by accident. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = string | number | Html | null | readonly HtmlValue[];

/** The templates' own text without the indentation of their source. */
const PARTS = new WeakMap<TemplateStringsArray, readonly string[]>();

/** A template whose values are escaped, but for what is `Html` already; lists are joined, and null is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let parts = PARTS.get(strings);
  if (parts === undefined) {
    parts = strings.map((part) => part.replaceAll(/\s*\n\s*/g, '\n'));
    PARTS.set(strings, parts);
  }
  return new Html(parts.map((part, index) => part + (index < values.length ? written(values[index]) : '')).join(''));
}

function written(value: HtmlValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return escape(value);
  return typeof value === 'number' ? String(value) : value.map(written).join('');
}

/** JSON inside a script element: nothing in it may end the element. */
export function jsonBlock(value: unknown): Html {
  return new Html(JSON.stringify(value).replaceAll('<', String.raw`\u003c`));
}
