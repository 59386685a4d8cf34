import type { Finding, Outline } from '@dingben/outline';
import { assemble } from './assemble.ts';
import { editionOf } from './edition.ts';
import { inSourceOrder } from './findings.ts';
import { restoreKnown, type KnownHeading } from './known-headings.ts';
import { findLost } from './lost-headings.ts';
import { paragraphs } from './paragraphs.ts';
import { scan } from './scan.ts';

export interface ReadOptions {
  /** Headings whose lines this source is known to have lost; they are put back and marked `restored`. */
  readonly knownHeadings?: readonly KnownHeading[];
  /** What was seen where the text comes from, by its lines: it joins the findings. */
  readonly aside?: readonly Finding[];
}

/**
 * Reads the text of an official document: one paragraph a line. Never throws, whatever the
 * text; what it could not take as it stands is in `findings`, in the order of the source, so that every character of the
 * source is either in the outline or in a finding's `found`.
 *
 * Findings of severity error must be answered before the outline is published.
 */
export function read(text: string, options: ReadOptions = {}): Outline {
  const cut = paragraphs(text);
  const scanned = scan(cut.paragraphs);
  const known = restoreKnown(scanned.blocks, options.knownHeadings ?? []);
  const lost = findLost(known.blocks);
  const tree = assemble(lost.blocks);
  const edition = editionOf(scanned.title);
  const editionFindings: Finding[] =
    edition === '' ? [{ code: 'reader.edition-missing', severity: 'warning', line: 1 }] : [];
  const findings = [
    options.aside ?? [],
    cut.findings,
    editionFindings,
    scanned.findings,
    known.findings,
    lost.findings,
    tree.findings,
  ].flat();
  return {
    schema: 'dingben.outline/1',
    title: scanned.title,
    edition,
    sections: tree.sections,
    findings: inSourceOrder(findings, scanned.owners),
  };
}
