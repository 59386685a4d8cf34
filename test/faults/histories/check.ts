import type { Entry } from './play.ts';
import type { Act, AmendmentRow, EditionRow, Record, TextRow } from './record.ts';
import type { StartAmendment, TinyEdition } from './world.ts';

/** Everything in one history that the model does not allow. */
export function violations(edition: TinyEdition, journal: readonly Entry[], record: Record): string[] {
  const row = record.editions.get(edition.editionId);
  if (row === undefined) return ['the edition is gone'];
  return [
    ...unexpectedAnswers(journal),
    ...edition.amendments.flatMap((start) => {
      const amendment = record.amendments.get(start.id);
      if (amendment === undefined) return ['an amendment is gone'];
      return [...lostUpdates(amendment, journal), ...wrongOrder(start, amendment, record.acts.get(start.id) ?? [])];
    }),
    ...wrongText(row, record),
    ...publishedTwice(row, journal),
  ];
}

const ANSWERS = new Set([200, 403, 409, 412, 422, 503]);

function unexpectedAnswers(journal: readonly Entry[]): string[] {
  return journal
    .filter(({ status }) => !ANSWERS.has(status))
    .map(({ act, status, code }) => `${act} was answered ${status} ${code ?? ''}`);
}

/**
 * Every save that was acknowledged stood on the one before it: versions go up one by one from what was sent, no two
 * people were given the same one, and the last text is that of the last save.
 */
function lostUpdates(amendment: AmendmentRow, journal: readonly Entry[]): string[] {
  const tried = journal.filter(({ act, subjectId }) => act === 'save' && subjectId === amendment.editId);
  const saves = tried.filter(({ status }) => status === 200);
  const unknown = tried.filter(({ status }) => status === 503).length;
  const found: string[] = [];
  for (const { person, version, newVersion } of saves) {
    if (newVersion !== version + 1)
      found.push(`${person} saved over version ${String(newVersion)} having seen ${version}`);
  }
  const versions = new Set(saves.map(({ newVersion }) => newVersion));
  if (versions.size < saves.length) found.push('two saves were given one version');
  const expected = 1 + saves.length;
  if (amendment.editVersion < expected || amendment.editVersion > expected + unknown) {
    found.push(`the edit has version ${amendment.editVersion} after ${saves.length} saves`);
  }
  const last = saves.find(({ newVersion }) => newVersion === amendment.editVersion);
  const texts: readonly string[] = [amendment.proposed.content, amendment.proposed.standard];
  if (last?.token !== undefined && !texts.includes(last.token))
    found.push(`the text of the last save, ${last.token}, is lost`);
  return found;
}

interface Model {
  state: string;
  submitted: string | null;
  approvals: number;
  readonly authors: Set<string>;
}

/** Replays the ledger: texts are written in drafts, approvals are of what was submitted, merges of what was approved. */
function wrongOrder(start: StartAmendment, amendment: AmendmentRow, acts: readonly Act[]): string[] {
  const found: string[] = [];
  const model: Model = {
    state: start.state,
    submitted: amendment.startHash,
    approvals: start.state === 'approved' ? 1 : 0,
    authors: new Set([amendment.createdById]),
  };
  const demand = (holds: boolean, what: string, { seq }: Act): void => {
    if (!holds) found.push(`${what} (ledger ${seq})`);
  };
  for (const act of acts) {
    const step = STEPS[act.action];
    if (step !== undefined) step(model, act, demand);
    if (act.toState !== null) model.state = act.toState;
  }
  if (model.state !== amendment.state)
    found.push(`the amendment is ${amendment.state}, its record says ${model.state}`);
  return found;
}

type Step = (model: Model, act: Act, demand: (holds: boolean, what: string, act: Act) => void) => void;

const STEPS: { readonly [action: string]: Step | undefined } = {
  'revision.written': (model, act, demand) => {
    demand(model.state === 'draft', `a text was written in an amendment that was ${model.state}`, act);
    model.authors.add(act.actorId);
  },
  'amendment.reopened': (model) => {
    model.approvals = 0;
  },
  'amendment.submitted': (model, act, demand) => {
    demand(model.state === 'draft', `submitted when ${model.state}`, act);
    model.submitted = act.contentHash;
    model.approvals = 0;
  },
  'approval.given': (model, act, demand) => {
    demand(model.state === 'submitted', `approved when ${model.state}`, act);
    demand(act.contentHash === model.submitted, 'another text was approved than was submitted', act);
    demand(!model.authors.has(act.actorId), 'an author approved', act);
    model.approvals++;
  },
  'amendment.merged': (model, act, demand) => {
    demand(model.state === 'approved' && model.approvals > 0, `merged when ${model.state}`, act);
    demand(act.contentHash === model.submitted, 'another text was merged than was approved', act);
  },
};

/** The edition says what its merges, one after another, make of it: nobody's provision is overwritten. */
function wrongText(edition: EditionRow, { amendments }: Record): string[] {
  const found: string[] = [];
  if (edition.standing !== edition.treeHash) found.push('the outline does not hash to its commit');
  if (new Set(edition.merges).size < edition.merges.length) found.push('an amendment was merged twice');
  const text = { content: '内容', standard: '标准' };
  for (const id of edition.merges) {
    const amendment = amendments.get(id);
    if (amendment === undefined) return [...found, 'a merge of no amendment'];
    for (const key of ['content', 'standard'] as const) {
      const { base, proposed } = amendment;
      if (base[key] === proposed[key]) continue;
      if (text[key] !== base[key] && text[key] !== proposed[key]) found.push(`a merge overwrote ${key} ${text[key]}`);
      text[key] = proposed[key];
    }
  }
  if (!same(text, edition.text))
    found.push(`the edition says ${JSON.stringify(edition.text)}, its merges ${JSON.stringify(text)}`);
  return found;
}

function same(model: Pick<TextRow, 'content' | 'standard'>, { content, standard }: TextRow): boolean {
  return model.content === content && model.standard === standard;
}

function publishedTwice(
  { publications, state, standing, contributors }: EditionRow,
  journal: readonly Entry[],
): string[] {
  const found: string[] = [];
  const told = journal.filter(({ act, status }) => act === 'publish' && status === 200).length;
  const unknown = journal.filter(({ act, status }) => act === 'publish' && status === 503).length;
  if (publications.length > 1 || told > 1)
    found.push(`published ${publications.length} times, ${told} people were told so`);
  if (publications.length < told || publications.length > told + unknown)
    found.push(`${told} were told, ${publications.length} stand`);
  const [publication] = publications;
  if (publication === undefined) return found;
  if (publication.treeHash !== standing) found.push('another text stands than was published');
  if (contributors.includes(publication.publisherId)) found.push('a contributor published');
  if (state !== 'published') found.push(`published, and ${state}`);
  return found;
}
