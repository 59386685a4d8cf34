import {
  PROVISION_KEYS,
  entries,
  type Finding,
  type Outline,
  type ProvisionKey,
  type Provisions,
} from '@dingben/outline';
import type { Context, Facts, Passage } from './model.ts';
import { NO_NOTES, notesOf, withEntries, type Notes } from './notes.ts';
import { proofreadNumbering } from './numbering.ts';
import { passageOf } from './passage.ts';
import { RULES } from './rules.ts';

/** Nothing known from outside the text. */
export const NO_FACTS: Facts = { regulations: new Map(), agencies: new Map() };

/** An entry as it reads now, be it stored or being typed. */
export interface ProofreadEntry {
  /** `49`, `16（1）`; absent for one that has no place yet. */
  readonly path?: string;
  readonly title?: string;
  /** A text that is left out is not looked at. */
  readonly provisions: Partial<Provisions>;
}

/** What a text is held against. */
export interface ProofreadContext {
  readonly facts?: Facts;
  /** What the rules noted in the edition: `editionNotes`. Without it a text is judged by itself. */
  readonly edition?: Notes;
}

/** What the rules keep of an edition, so that a text being typed can be held against it at little cost. */
export function editionNotes(outline: Pick<Outline, 'sections'>): Notes {
  return notesOf(passagesOf(outline), RULES);
}

/** The findings of one provision, as cheap as a keystroke: linear in the text. */
export function proofreadText(text: string, provision: ProvisionKey, context: ProofreadContext = {}): Finding[] {
  return proofreadEntry({ provisions: { [provision]: text } }, context);
}

/** The findings of one entry, by provision and place. */
export function proofreadEntry(entry: ProofreadEntry, context: ProofreadContext = {}): Finding[] {
  return proofreadEntries([entry], context);
}

/**
 * The findings of entries that are proposed together, entry by entry. What the edition holds of the entries themselves, by
 * their paths, is not held against them.
 */
export function proofreadEntries(entries: readonly ProofreadEntry[], context: ProofreadContext = {}): Finding[] {
  const passages = entries.flatMap(passagesOfEntry);
  const paths = new Set(entries.flatMap(({ path }) => path ?? []));
  const notes = withEntries(context.edition ?? NO_NOTES, paths, notesOf(passages, RULES));
  return passages.flatMap((passage) => seeAll(passage, { facts: context.facts ?? NO_FACTS, notes }));
}

/** The findings of a whole edition, in document order; what concerns the outline as a whole comes first. */
export function proofreadOutline(outline: Pick<Outline, 'sections'>, facts: Facts = NO_FACTS): Finding[] {
  const texts = Array.from(proofreadPassages(outline, facts), ({ findings }) => findings);
  return [...proofreadNumbering(outline), ...texts.flat()];
}

/** The findings of one text of an edition. */
export interface PassageFindings {
  readonly entry: string | undefined;
  readonly findings: readonly Finding[];
}

/** Text by text, so that a long work can tell how far it is and be stopped. */
export function* proofreadPassages(
  outline: Pick<Outline, 'sections'>,
  facts: Facts = NO_FACTS,
): Generator<PassageFindings> {
  const passages = passagesOf(outline);
  const context = { facts, notes: notesOf(passages, RULES) };
  for (const passage of passages) yield { entry: passage.entry, findings: seeAll(passage, context) };
}

function passagesOf(outline: Pick<Outline, 'sections'>): Passage[] {
  return [...entries(outline)].flatMap(({ path, entry }) =>
    passagesOfEntry({ path, title: entry.title, provisions: entry.provisions ?? {} }),
  );
}

function passagesOfEntry({ path, title, provisions }: ProofreadEntry): Passage[] {
  const texts = PROVISION_KEYS.flatMap((key) => {
    const text = provisions[key];
    return text === undefined ? [] : [passageOf(text, key, path)];
  });
  return title === undefined ? texts : [passageOf(title, undefined, path), ...texts];
}

function seeAll(passage: Passage, context: Context): Finding[] {
  const { text, entry, provision } = passage;
  const findings = RULES.flatMap(({ code, severity, reads, see }) => {
    if (!reads.includes(provision ?? 'title')) return [];
    return see(passage, context).map((seen): Finding => ({
      code,
      severity,
      ...(entry !== undefined && { entry }),
      ...(provision !== undefined && { provision }),
      found: text.slice(seen.start, seen.end),
      ...seen,
    }));
  });
  return findings.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}
