import { refuse, type Result } from '@dingben/kernel';
import type { DocxPackage } from './package.ts';
import { descendants, textOf } from './walk.ts';
import type { XmlElement } from './xml.ts';

const KINDS: Readonly<Record<string, 'insertions' | 'deletions' | 'moves'>> = {
  'w:ins': 'insertions',
  'w:cellIns': 'insertions',
  'w:del': 'deletions',
  'w:cellDel': 'deletions',
  'w:cellMerge': 'deletions',
  'w:moveFrom': 'moves',
  'w:moveTo': 'moves',
};
const LONGEST_QUOTE = 40;

/**
 * Refuses a document in which changes are tracked and not yet decided on: which text is meant, only its authors know.
 *
 * `document.tracked-changes` with params insertions, deletions, moves (how many); paragraph (1-based, the first in which one stands;
 * 0 outside the body) and found (the beginning of the first one's text).
 *
 * @returns null for a document without any.
 */
export function refuseTrackedChanges(docx: DocxPackage): Extract<Result<never>, { ok: false }> | null {
  const counts = { insertions: 0, deletions: 0, moves: 0 };
  let first: { paragraph: number; found: string } | null = null;
  let paragraph = 0;
  for (const root of partsOf(docx)) {
    for (const element of descendants(root)) {
      if (element.name === 'w:p' && root === docx.document) paragraph++;
      const kind = KINDS[element.name];
      if (kind === undefined) continue;
      counts[kind]++;
      first ??= { paragraph: root === docx.document ? paragraph : 0, found: quote(element) };
    }
  }
  return first === null ? null : refuse('document.tracked-changes', { ...counts, ...first });
}

/** Every part with text, the body first. */
export function partsOf(docx: DocxPackage): XmlElement[] {
  const { document, footnotes, endnotes, comments, headers, footers } = docx;
  return [document, footnotes, endnotes, comments, ...headers, ...footers].filter((part) => part !== null);
}

function quote(change: XmlElement): string {
  let text = '';
  for (const element of descendants(change)) {
    if (element.name === 'w:t' || element.name === 'w:delText') text += textOf(element);
    if (text.length >= LONGEST_QUOTE) break;
  }
  return text.slice(0, LONGEST_QUOTE);
}
