/**
 * Reads one document in a process of its own, which ReadingProcess starts with limits. Whatever a hostile file brings about
 * happens here, and ends here.
 */
import { ok } from '@dingben/kernel';
import { ENCODINGS, read, readDocument, type ReadDocument } from '@dingben/reader';
import type { Finding } from '@dingben/outline';
import { answerOrder, asJson } from '../../../platform/processes/limited-program.js';
import type { EncodingPreview, Reading, ReadingAnswer, ReadingOrder } from './protocol.js';

const PREVIEW = 600;

function answerTo({ aside, ...order }: ReadingOrder, bytes: Uint8Array): ReadingAnswer {
  const result = readDocument({ ...order, bytes });
  if (!result.ok) return result;
  const seen = aside ?? asideOf(result.value, order.knownHeadings);
  return ok(readingOf(result.value, seen, findingsOf(result.value, aside), bytes));
}

function readingOf(
  document: ReadDocument,
  aside: readonly Finding[],
  findings: readonly Finding[],
  bytes: Uint8Array,
): Reading {
  const { outline, form, encoding, encodingCertain, characters, text } = document;
  const previews = encodingCertain ? [] : ENCODINGS.map((each) => ({ encoding: each, text: beginning(bytes, each) }));
  return { form, encoding, encodingCertain, previews, characters, text, aside, outline: { ...outline, findings } };
}

/** What another reading found and wrote into a JSON is no part of the document. */
function findingsOf(document: ReadDocument, aside: readonly Finding[] | undefined): readonly Finding[] {
  if (document.form === 'json') return [];
  return aside === undefined ? (document.outline.findings ?? []) : joined(document, aside);
}

/** Findings that the text alone does not give: what stood beside it in the document that it was taken out of. */
function asideOf({ form, text, outline }: ReadDocument, knownHeadings: ReadingOrder['knownHeadings']): Finding[] {
  if (form !== 'docx' || text === null) return [];
  const counts = new Map<string, number>();
  for (const finding of read(text, { knownHeadings }).findings ?? []) {
    const name = JSON.stringify(finding);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (outline.findings ?? []).filter((finding) => {
    const name = JSON.stringify(finding);
    const left = counts.get(name) ?? 0;
    counts.set(name, left - 1);
    return left <= 0;
  });
}

function joined({ outline }: ReadDocument, aside: readonly Finding[]): Finding[] {
  return [...(outline.findings ?? []), ...aside].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function beginning(bytes: Uint8Array, encoding: EncodingPreview['encoding']): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).slice(0, PREVIEW);
  } catch {
    return null;
  }
}

// The reader imports nothing that reaches out (.dependency-cruiser.mjs).
// ReadingProcess alone starts this program, with such an order.
await answerOrder((order, bytes) => asJson(answerTo(order as ReadingOrder, bytes)));
