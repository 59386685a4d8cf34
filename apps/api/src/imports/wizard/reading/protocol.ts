import type { Encoding, Form, KnownHeading, ReadDocument } from '@dingben/reader';
import type { Finding, Outline } from '@dingben/outline';
import type { Result } from '@dingben/kernel';

/** What the reading process is asked: one line of JSON on standard input, then the bytes. */
export interface ReadingOrder {
  /** The file's name. */
  readonly name: string;
  readonly encoding?: Encoding;
  readonly knownHeadings: readonly KnownHeading[];
  /** What was seen beside the text (footnotes, pictures), where the bytes are a text that was taken out of a document. */
  readonly aside?: readonly Finding[];
}

/** The beginning of a text in an encoding that it may be in. */
export interface EncodingPreview {
  readonly encoding: Encoding;
  /** Null where the bytes are no text in it. */
  readonly text: string | null;
}

/** What was understood of a document, as it is kept with the import. */
export interface Reading {
  readonly form: Form;
  readonly encoding: Encoding | null;
  readonly encodingCertain: boolean;
  readonly previews: readonly EncodingPreview[];
  readonly characters: ReadDocument['characters'];
  /** The text that findings count lines of, as it was read first; null for JSON. */
  readonly text: string | null;
  readonly aside: readonly Finding[];
  /** With the findings. */
  readonly outline: Outline;
}

/** A reading as it is kept: beside what was understood now, what stood there before anything was put right. */
export interface KeptReading extends Reading {
  readonly original: Pick<Reading, 'text' | 'aside'>;
}

export type ReadingAnswer = Result<Reading>;
