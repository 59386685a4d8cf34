import { ok, refuse, type Result } from '@dingben/kernel';
import { canonicalText, nodes, type Finding, type Outline } from '@dingben/outline';
import { accountFor } from './accounting.ts';
import { countNonBlank } from './characters.ts';
import { extractDocx, type Extraction } from './docx/extract.ts';
import { decodeText, type Encoding } from './encoding.ts';
import { formOf, type Form } from './form.ts';
import type { KnownHeading } from './known-headings.ts';
import { LIMITS } from './limits.ts';
import { readJson } from './read-json.ts';
import { read } from './read.ts';

export interface DocumentInput {
  readonly bytes: Uint8Array;
  /** The file's name: it tells JSON from text. */
  readonly name: string;
  /** The encoding of a text, where a person has said it. */
  readonly encoding?: Encoding;
  readonly knownHeadings?: readonly KnownHeading[];
}

export interface ReadDocument {
  readonly outline: Outline;
  readonly form: Form;
  /** Null where the form leaves no choice. */
  readonly encoding: Encoding | null;
  /** False where the bytes are a text in this encoding but may be one in another: a person should look at it. */
  readonly encodingCertain: boolean;
  /** The text that was read, one paragraph a line: what `line` of a finding counts. Null for JSON, which has no lines of text. */
  readonly text: string | null;
  /** Non-blank characters; `input` is the sum of the two others, or a finding `reader.unaccounted` says what is missing. */
  readonly characters: { readonly input: number; readonly inOutline: number; readonly inFindings: number };
}

/**
 * Reads a document of any form. Pure and without limit of time of its own: for a stranger's file, run it in a process with
 * limits.
 *
 * Refuses with a code of `DOCUMENT_CODES`; a document that is not refused is read, whatever its defects, and what was not
 * understood is in the outline's findings.
 */
export function readDocument(input: DocumentInput): Result<ReadDocument> {
  const { bytes, name, encoding, knownHeadings = [] } = input;
  if (bytes.length > LIMITS.bytes) return refuse('document.too-large', { max: LIMITS.bytes });
  const form = formOf(bytes, name);
  if (!form.ok) return form;
  if (form.value === 'docx') {
    const extracted = extractDocx(bytes);
    return extracted.ok ? readExtraction(extracted.value, knownHeadings) : extracted;
  }
  const decoded = decodeText(bytes, encoding);
  if (!decoded.ok) return decoded;
  const how = { form: form.value, encoding: decoded.value.encoding, encodingCertain: decoded.value.certain };
  if (form.value === 'json') return readJsonDocument(decoded.value.text, how);
  const { text } = decoded.value;
  return tooLong(text) ?? ok({ ...how, text, ...accounted(text, read(text, { knownHeadings })) });
}

function readJsonDocument(
  text: string,
  how: Pick<ReadDocument, 'form' | 'encoding' | 'encodingCertain'>,
): Result<ReadDocument> {
  const outline = readJson(text.startsWith('\ufeff') ? text.slice(1) : text);
  if (!outline.ok) return outline;
  const count = charactersIn(outline.value);
  const characters = { input: count, inOutline: count, inFindings: 0 };
  return ok({ outline: outline.value, ...how, text: null, characters });
}

function readExtraction(extraction: Extraction, knownHeadings: readonly KnownHeading[]): Result<ReadDocument> {
  const { lines, findings, hidden, missing } = extraction;
  const text = lines.join('\n');
  const refusal = tooLong(text);
  if (refusal !== null) return refusal;
  const { outline, characters } = accounted(text, read(text, { knownHeadings, aside: findings }));
  const aside = findings.reduce((sum, { found }) => sum + countNonBlank(found ?? ''), hidden);
  return ok({
    outline: missing === 0 ? outline : withFindings(outline, [unaccounted({ params: { count: missing } })]),
    form: 'docx',
    encoding: null,
    encodingCertain: true,
    text,
    characters: {
      input: characters.input + aside + Math.max(0, missing),
      inOutline: characters.inOutline,
      inFindings: characters.inFindings + aside,
    },
  });
}

function tooLong(text: string): ReturnType<typeof refuse> | null {
  const { characters, lines } = LIMITS;
  if (text.length <= characters && countLines(text) <= lines) return null;
  return refuse('document.too-long', { characters, lines });
}

function countLines(text: string): number {
  let count = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) count++;
  }
  return count;
}

/** Whatever this reader should have lost in spite of its care, a person gets it told. */
function accounted(text: string, outline: Outline): Pick<ReadDocument, 'outline' | 'characters'> {
  const { lost, ...characters } = accountFor(text, outline);
  const findings = lost.map(({ line, text: found }) => unaccounted({ line, found }));
  return { outline: withFindings(outline, findings), characters };
}

function unaccounted(details: Pick<Finding, 'line' | 'found' | 'params'>): Finding {
  return { code: 'reader.unaccounted', severity: 'error', ...details };
}

function withFindings(outline: Outline, findings: readonly Finding[]): Outline {
  return findings.length === 0 ? outline : { ...outline, findings: [...(outline.findings ?? []), ...findings] };
}

function charactersIn(outline: Outline): number {
  let count = countNonBlank(outline.title);
  for (const node of nodes(outline)) {
    if ('section' in node) count += countNonBlank(node.section.number + node.section.title);
    else count += countNonBlank(canonicalText({ ...node.entry, items: [] }, node.depth));
  }
  return count;
}
