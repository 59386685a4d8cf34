/**
 * Reads one document in a process of its own, which ReadingProcess starts with limits: an order and bytes come on standard
 * input, the answer leaves on standard output. Whatever a hostile file brings about happens here, and ends here.
 */
import { ok } from '@dingben/kernel';
import { ENCODINGS, read, readDocument, type ReadDocument } from '@dingben/reader';
import type { Finding } from '@dingben/outline';
import { readFileSync, writeSync } from 'node:fs';
import type { EncodingPreview, Reading, ReadingAnswer, ReadingOrder } from './protocol.js';

// The reader imports nothing that reaches out (.dependency-cruiser.mjs); what is global is taken away.
for (const name of ['fetch', 'WebSocket', 'EventSource']) Reflect.deleteProperty(globalThis, name);

const PREVIEW = 600;
const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;
const LINE_FEED = 0x0a;

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

const input = readFileSync(STANDARD_INPUT);
const head = input.indexOf(LINE_FEED);
// Written by ReadingProcess, in this shape.
const order = JSON.parse(input.toString('utf8', 0, head)) as ReadingOrder;
const output = Buffer.from(JSON.stringify(answerTo(order, input.subarray(head + 1))));
for (let at = 0; at < output.length;) at += writeSync(STANDARD_OUTPUT, output, at);
