import type { Amendment, Edit } from '../api/amendment-types.ts';
import { intentKey, read, send } from '../api/client.ts';
import type { Entry, Finding } from '../api/types.ts';
import { textOf, valueOf, withValue, type EntryText, type FieldName } from '../amendments/editing/form.ts';
import { withFixes, type Fixable } from './fix.ts';

export interface Written {
  readonly made: number;
  /** Whose words were no longer there, or whose entry the amendment removes. */
  readonly left: number;
}

/** A text of the amendment that repairs are made in, with how it is saved. */
interface Proposal {
  readonly text: EntryText;
  readonly save: (text: EntryText) => Promise<unknown>;
}

/**
 * Writes certain repairs into an amendment, entry by entry: into its edit of the entry where it has one, else into a new one.
 *
 * @throws ProblemError what refused a save; the entries before it are written.
 */
export async function writeFixes(amendmentId: string, findings: readonly Finding[]): Promise<Written> {
  const amendment = await read<Amendment>(`/amendments/${amendmentId}`);
  let [made, left] = [0, 0];
  for (const [serviceId, list] of byService(findings)) {
    const proposal = await proposalOf(amendment, serviceId);
    const fixed = proposal === null ? null : fixedText(proposal.text, list);
    if (proposal !== null && fixed !== null && fixed.made > 0) await proposal.save(fixed.text);
    made += fixed?.made ?? 0;
    left += list.length - (fixed?.made ?? 0);
  }
  return { made, left };
}

function byService(findings: readonly Finding[]): Map<string, Finding[]> {
  const services = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.serviceId === null) continue;
    const list = services.get(finding.serviceId);
    if (list === undefined) services.set(finding.serviceId, [finding]);
    else list.push(finding);
  }
  return services;
}

/** Null where the amendment removes or moves the entry: such an edit has no text. */
async function proposalOf(amendment: Amendment, serviceId: string): Promise<Proposal | null> {
  const edits = `/amendments/${amendment.id}/edits`;
  const edit = amendment.edits.find((one) => one.serviceId === serviceId);
  if (edit !== undefined) {
    const { id, version, proposed } = edit;
    if (proposed === null) return null;
    return {
      text: textOf(proposed),
      save: (body) => send<Edit>({ method: 'PUT', path: `${edits}/${id}`, body, version, key: intentKey() }),
    };
  }
  const entry = await read<Entry>(`/editions/${amendment.editionId}/entries/${serviceId}`);
  const about = { kind: 'revise', serviceId, baseRevisionId: entry.revision.id };
  return {
    text: { title: entry.title, provisions: entry.provisions },
    save: (body) => send<Edit>({ method: 'POST', path: edits, body: { ...about, ...body }, key: intentKey() }),
  };
}

/** Each field with the repairs of its findings. */
export function fixedText(text: EntryText, findings: readonly Finding[]): { text: EntryText; made: number } {
  let fixed = text;
  let made = 0;
  const fields = new Set(findings.map(fieldOf));
  for (const field of fields) {
    const here = findings.filter((finding) => fieldOf(finding) === field).flatMap(fixable);
    const result = withFixes(valueOf(fixed, field), here);
    fixed = withValue(fixed, field, result.text);
    made += result.made.length;
  }
  return { text: fixed, made };
}

function fieldOf({ provision }: Finding): FieldName {
  // A finding's provision is one of the five, by the rules; without one it is of the title.
  return provision === null ? 'title' : (provision as FieldName);
}

function fixable({ start, end, found, fix }: Finding): Fixable[] {
  return start === null || end === null || found === null || fix === null ? [] : [{ start, end, found, fix }];
}
