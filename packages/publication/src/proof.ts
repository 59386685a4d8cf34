import { canonicalJson } from '@dingben/kernel';
import { parseCheckpoint, parseLine, type ApprovedContent, type Checkpoint, type LedgerEvent } from '@dingben/ledger';
import type { RevisionText, TreeNode } from '@dingben/outline/hash';
import { array, object, text, textOrNull } from './shape.ts';

/** An event with the way from it to the root of the checkpoint. */
export interface ProvenEvent {
  readonly event: LedgerEvent;
  /** RFC 9162 inclusion proof; 64 hexadecimal digits a hash. */
  readonly path: readonly string[];
}

export interface ProvenAmendment {
  readonly id: string;
  readonly content: ApprovedContent;
}

/** What the ledger knows of one publication, and what is needed to follow it from the base to the published text. */
export interface Proof {
  readonly schema: 'dingben.proof/1';
  /** The first that was signed after the publication. */
  readonly checkpoint: Checkpoint;
  /** From the event that the manifest names as the ledger's end. */
  readonly position: readonly string[];
  /**
   * In order: the publication; every commit of the edition; every approval of what was merged; the writing of every text
   * that an amendment proposed, that was joined from two, or that is gone.
   */
  readonly events: readonly ProvenEvent[];
  /** What was approved, in order of merging. */
  readonly amendments: readonly ProvenAmendment[];
  /** The outline that the edition began with. */
  readonly base: readonly TreeNode[];
  /** The texts that joined texts were made of. */
  readonly texts: readonly RevisionText[];
}

export function writeProof(proof: Proof): string {
  return `${canonicalJson(proof)}\n`;
}

/** A proof from its text, or null where it is none or says more than a proof does. */
export function parseProof(written: string): Proof | null {
  try {
    const proof = proofOf(JSON.parse(written));
    return writeProof(proof) === written ? proof : null;
  } catch {
    // No JSON, or a value of another shape.
    return null;
  }
}

function proofOf(value: unknown): Proof {
  const from = object(value);
  const checkpoint = parseCheckpoint(from['checkpoint']);
  if (from['schema'] !== 'dingben.proof/1' || checkpoint === null) throw new TypeError('another schema');
  return {
    schema: 'dingben.proof/1',
    checkpoint,
    position: array(from['position']).map(text),
    events: array(from['events']).map(eventOf),
    amendments: array(from['amendments']).map((each) => {
      const { id, content } = object(each);
      return { id: text(id), content: contentOf(content) };
    }),
    base: array(from['base']).map(nodeOf),
    texts: array(from['texts']).map(revisionOf),
  };
}

function eventOf(value: unknown): ProvenEvent {
  const { event, path } = object(value);
  // The line of an export is judged by the ledger's own reader; what it says beside the fields is dropped here.
  const read = parseLine(JSON.stringify(event), 1);
  const { seq, prevHash, hash, algorithm, form, atUs, actorId, action, outcome } = read;
  const { subjectType, subjectId, beforeHash, afterHash, requestId, payload } = read;
  const act = { actorId, action, outcome, subjectType, subjectId, beforeHash, afterHash, requestId, payload };
  return { event: { seq, prevHash, hash, algorithm, form, atUs, ...act }, path: array(path).map(text) };
}

function contentOf(value: unknown): ApprovedContent {
  const { title, reasonClass, rationale, legalBasis, edits } = object(value);
  return {
    title: text(title),
    reasonClass: text(reasonClass),
    rationale: text(rationale),
    legalBasis: text(legalBasis),
    edits: array(edits).map((each) => {
      const edit = object(each);
      return {
        serviceId: text(edit['serviceId']),
        kind: text(edit['kind']),
        baseRevisionId: textOrNull(edit['baseRevisionId']),
        proposedHash: textOrNull(edit['proposedHash']),
        sectionKey: textOrNull(edit['sectionKey']),
        parentServiceId: textOrNull(edit['parentServiceId']),
        afterServiceId: textOrNull(edit['afterServiceId']),
      };
    }),
  };
}

function nodeOf(value: unknown): TreeNode {
  const node = object(value);
  if (node['type'] === 'section') {
    const kind = node['kind'] === 'chapter' ? 'chapter' : 'category';
    return { type: 'section', kind, title: text(node['title']), restored: node['restored'] === true };
  }
  const depth = node['depth'] === 1 ? 1 : 0;
  return {
    type: 'entry',
    depth,
    code: textOrNull(node['code']),
    revisionHash: text(node['revisionHash']),
  };
}

function revisionOf(value: unknown): RevisionText {
  const { title, provisions } = object(value);
  if (provisions === null) return { title: text(title), provisions: null };
  const { targetGroup, content, standard, funding, leadAgency } = object(provisions);
  return {
    title: text(title),
    provisions: {
      targetGroup: text(targetGroup),
      content: text(content),
      standard: text(standard),
      funding: text(funding),
      leadAgency: text(leadAgency),
    },
  };
}
