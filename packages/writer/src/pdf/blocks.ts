import type { Face } from './fonts.ts';

/** A stretch of text in one face. Sizes and measures are in points. */
export interface Span {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
  readonly mark?: 'delete' | 'insert';
}

export interface Paragraph {
  readonly spans: readonly Span[];
  readonly align: 'justify' | 'centre' | 'left';
  /** Of the first line. */
  readonly indent: number;
  /** From one line to the next. */
  readonly leading: number;
  /** Added between any two characters. */
  readonly tracking: number;
  readonly after?: number;
  /** Stands on the page of what follows it. */
  readonly keepNext?: true;
  /** Named among the bookmarks, at this depth from 1. */
  readonly bookmark?: { readonly level: number; readonly title: string };
}

export interface Table {
  /** Points; together as wide as the page between its margins. */
  readonly widths: readonly number[];
  readonly heading: readonly Paragraph[];
  /** The paragraphs of each cell of each row. */
  readonly rows: readonly (readonly (readonly Paragraph[])[])[];
}

export type Block = Paragraph | Table;

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

export interface Layout {
  readonly title: string;
  readonly page: Page;
  readonly blocks: readonly Block[];
}
