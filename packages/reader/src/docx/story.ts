import type { Fragment } from './fragment.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';
import type { XmlElement } from './xml.ts';

/** What stands apart from the text and is referred to in it. */
export const NOTE_KINDS = ['footnote', 'endnote', 'comment'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** A field that has begun and not ended: of its two halves only the result is shown. */
export interface OpenField {
  instruction: string;
  isResult: boolean;
}

/** One run of text that is read from its beginning to its end: the body, or a header, or a note. */
export interface Story {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Fields may reach over many paragraphs. */
  readonly fields: OpenField[];
  /** Takes a note out of those that are not yet referred to. */
  readonly takeNote: (kind: NoteKind, id: string) => Fragment | null;
  /** Counts non-blank characters that are shown but stand in no part: list numbers, symbols, repeated labels. */
  readonly countGenerated: (text: string) => void;
  /** Reads what a container holds; given so that paragraphs can hold text boxes, and cells tables. */
  readonly readBlocks: (container: XmlElement) => Fragment;
}

/** Whether the text at hand is the result of a TOC field. */
export function isInContents(story: Story): boolean {
  return story.fields.some(({ instruction, isResult }) => isResult && /^\s{0,9}TOC\b/i.test(instruction));
}
