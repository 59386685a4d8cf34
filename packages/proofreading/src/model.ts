import type { ProvisionKey, Severity } from '@dingben/outline';
import type { Brackets } from './brackets.ts';
import type { ProofreadingCode } from './codes.ts';
import type { DocumentNumber } from './document-numbers.ts';
import type { Notes } from './notes.ts';

/** What is known of a regulation from outside the text. */
export interface RegulationFact {
  /** 现行, 已修改, 废止, 失效. */
  readonly status: 'in-force' | 'amended' | 'repealed' | 'expired';
  /** The regulation that took its place, as people cite it: 《title》（number）. */
  readonly successor?: string;
}

/** What the registries know. Nothing of it is looked up here: it is given. */
export interface Facts {
  /** By both `regulationKeys` of each regulation, its number's and its title's. */
  readonly regulations: ReadonlyMap<string, RegulationFact>;
  /** The name in use, by `looseAgencyKey` of each name that an agency has or had. */
  readonly agencies: ReadonlyMap<string, string>;
}

/** A number without a title: 按照京政发〔2017〕29号文件. */
export interface CitedNumber {
  readonly start: number;
  readonly end: number;
  readonly numberKey: string;
}

export interface CitedTitle {
  /** From 《 to the end of the number. */
  readonly start: number;
  readonly end: number;
  /** Behind 》. */
  readonly titleEnd: number;
  readonly title: string;
  /** With one sort of brackets and no blanks. */
  readonly titleForm: string;
  /** `regulationKeys`: what all spellings of the regulation share. */
  readonly titleKey: string;
  /** As written; absent where the text gives none. */
  readonly number?: string;
  readonly numberKey?: string;
}

/** One text with what more than one rule asks of it, read once. */
export interface Passage {
  /** `49`, `16（1）`; absent for a text of no edition. */
  readonly entry?: string;
  /** Absent for the title of an entry. */
  readonly provision?: ProvisionKey;
  readonly text: string;
  readonly brackets: Brackets;
  readonly citations: readonly CitedTitle[];
  readonly bareNumbers: readonly CitedNumber[];
  readonly numbers: readonly DocumentNumber[];
}

/** What a rule saw, before it is a finding. */
export interface Seen {
  /** Half-open, in UTF-16 units of the passage's text. */
  readonly start: number;
  readonly end: number;
  /** What replaces the span, where that is certain. */
  readonly fix?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface Context {
  readonly facts: Facts;
  /** What the rules noted in the whole edition, this passage included. */
  readonly notes: Notes;
}

/** Something that a rule keeps of a passage, to hold other passages against it. */
export interface Note {
  readonly key: string;
  /** How it is written here. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

/** A rule of 校核: one code, one severity, one file. Pure and linear in the text. */
export interface Rule {
  readonly code: ProofreadingCode;
  readonly severity: Severity;
  /** The provisions that it reads; `title` is the title of an entry. */
  readonly reads: readonly (ProvisionKey | 'title')[];
  /** What it keeps of every passage of the edition; absent where a passage is judged by itself. */
  readonly note?: (passage: Passage) => Note[];
  readonly see: (passage: Passage, context: Context) => Seen[];
}
