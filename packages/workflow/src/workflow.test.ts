import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  allowedEvents,
  AMENDMENT_EVENTS,
  AMENDMENT_STATES,
  AMENDMENT_TRANSITIONS,
  checkRoles,
  checkTables,
  decide,
  decideWriting,
  permissionsOf,
  ROLES,
  type AmendmentEvent,
  type AmendmentFacts,
  type AmendmentState,
  type EditionEvent,
  type EditionFacts,
  type EditionState,
  type Role,
} from './index.ts';
import { AMENDMENT_LIFECYCLE } from './amendment.ts';
import { tableFaults } from './machine.ts';
import { workflowTables } from './matrix.ts';

const facts: AmendmentFacts = {
  relation: 'none',
  editCount: 1,
  conflictCount: 0,
  hasRationale: true,
  approvals: 0,
  alreadyApproved: false,
  requiredApprovals: 1,
  editionState: 'drafting',
  currentContentHash: 'aa',
  seenContentHash: 'aa',
  comment: '请补充依据',
};
const editionFacts: EditionFacts = {
  isContributor: false,
  isRequester: false,
  checklistOpen: 0,
  openDraftExists: false,
  isPlanned: false,
};
const person = (...roles: Role[]) => ({ id: 'someone', roles });

const onAmendment = (event: AmendmentEvent, state: AmendmentState, role: Role, more: Partial<AmendmentFacts> = {}) => {
  const decision = decide('amendment', event, { state, actor: person(role), facts: { ...facts, ...more } });
  return decision.ok ? decision.value.to : decision.problem.code;
};
const onEdition = (event: EditionEvent, state: EditionState, role: Role, more: Partial<EditionFacts> = {}) => {
  const decision = decide('edition', event, { state, actor: person(role), facts: { ...editionFacts, ...more } });
  return decision.ok ? decision.value.to : decision.problem.code;
};

describe('the tables', () => {
  it('are those that docs/workflow.md prints, for every event, state, role and relation', () => {
    const page = readFileSync(join(__dirname, '../../../docs/workflow.md'), 'utf8');
    const generated = page.split('<!-- generated -->')[1]?.split('<!-- /generated -->')[0]?.trim();
    expect(generated).toBe(workflowTables());
  });

  it('are sound, and a table with an unreachable state or an event for nobody is refused at start-up', () => {
    expect(checkTables).not.toThrow();
    const { merge, ...others } = AMENDMENT_TRANSITIONS;
    const broken = {
      ...AMENDMENT_LIFECYCLE,
      transitions: { ...others, merge: { ...merge, from: ['merged'] as const, roles: [] } },
    };
    expect(tableFaults('amendment', AMENDMENT_EVENTS, broken)).toEqual([
      'amendment: nothing leads to merged',
      'amendment: nobody may merge',
    ]);
  });

  it('are frozen to the last list', () => {
    expect(Object.isFrozen(AMENDMENT_TRANSITIONS)).toBe(true);
    expect(
      Object.values(AMENDMENT_TRANSITIONS).every((line) => Object.isFrozen(line) && Object.isFrozen(line.from)),
    ).toBe(true);
  });
});

describe('an amendment', () => {
  it('is approved by the last reviewer that it needs', () => {
    expect(onAmendment('approve', 'submitted', 'reviewer', { requiredApprovals: 2 })).toBe('submitted');
    expect(onAmendment('approve', 'submitted', 'reviewer', { requiredApprovals: 2, approvals: 1 })).toBe('approved');
    const again = { requiredApprovals: 2, approvals: 1, alreadyApproved: true };
    expect(onAmendment('approve', 'submitted', 'reviewer', again)).toBe('amendment.already-approved');
  });

  it('is never approved, sent back or rejected by who wrote in it', () => {
    for (const event of ['approve', 'requestChanges', 'reject'] as const) {
      expect(onAmendment(event, 'submitted', 'reviewer', { relation: 'author' })).toBe('amendment.self-approval');
    }
  });

  it('is approved and merged only with the hash that was shown', () => {
    expect(onAmendment('approve', 'submitted', 'reviewer', { seenContentHash: 'bb' })).toBe(
      'amendment.content-changed',
    );
    expect(onAmendment('merge', 'approved', 'editor', { seenContentHash: null })).toBe('amendment.content-changed');
    expect(onAmendment('merge', 'approved', 'editor')).toBe('merged');
  });

  it('is submitted with edits, a reason and no conflicts', () => {
    const submit = (more: Partial<AmendmentFacts>) =>
      onAmendment('submit', 'draft', 'liaison', { relation: 'author', ...more });
    expect(submit({})).toBe('submitted');
    expect(submit({ editCount: 0 })).toBe('amendment.empty');
    expect(submit({ hasRationale: false })).toBe('amendment.rationale-missing');
    expect(submit({ conflictCount: 2 })).toBe('amendment.conflict');
    expect(submit({ editionState: 'scheduled' })).toBe('edition.frozen');
  });

  it('is sent back and rejected with words', () => {
    expect(onAmendment('requestChanges', 'approved', 'reviewer', { comment: ' 　\n' })).toBe(
      'amendment.comment-missing',
    );
    expect(onAmendment('reject', 'submitted', 'reviewer', { comment: null })).toBe('amendment.comment-missing');
    expect(onAmendment('reject', 'submitted', 'reviewer')).toBe('rejected');
  });
});

describe('writing', () => {
  const write = (state: AmendmentState, role: Role, more: Partial<AmendmentFacts> = {}) =>
    decideWriting({ state, actor: person(role), facts: { ...facts, ...more } });

  it('takes an amendment that is no longer a draft back to draft', () => {
    expect(write('draft', 'editor')).toEqual({ ok: true, value: { reopens: false } });
    for (const state of ['submitted', 'approved', 'changes_requested'] as const) {
      expect(write(state, 'liaison')).toEqual({ ok: true, value: { reopens: true } });
    }
  });

  it('is over once it is merged, withdrawn or rejected, or the edition is frozen', () => {
    for (const state of ['merged', 'withdrawn', 'rejected'] as const) {
      expect(write(state, 'editor')).toMatchObject({ ok: false, problem: { code: 'amendment.event-not-allowed' } });
    }
    expect(write('draft', 'editor', { editionState: 'published' })).toMatchObject({
      problem: { code: 'edition.frozen' },
    });
  });

  it('is refused to a reviewer of the amendment and to who has no right to write', () => {
    expect(write('draft', 'editor', { relation: 'reviewer' })).toMatchObject({
      problem: { code: 'amendment.reviewer-cannot-write' },
    });
    expect(write('draft', 'publisher')).toMatchObject({ problem: { code: 'right.missing' } });
  });
});

describe('an edition', () => {
  it('is published by who neither wrote in it nor asked for it', () => {
    expect(onEdition('publish', 'scheduled', 'publisher')).toBe('published');
    expect(onEdition('publish', 'scheduled', 'publisher', { isContributor: true })).toBe('publication.contributor');
    expect(onEdition('publish', 'scheduled', 'publisher', { isRequester: true })).toBe('publication.requester');
    expect(onEdition('publish', 'scheduled', 'publisher', { checklistOpen: 3 })).toBe('edition.checklist-open');
  });

  it('is published at a moment to come, by the service once a publisher has said so', () => {
    const given = { publishAt: '2026-12-01T01:00:00Z', now: '2026-11-30T00:00:00Z' };
    expect(onEdition('plan', 'scheduled', 'publisher', given)).toBe('scheduled');
    expect(onEdition('plan', 'scheduled', 'publisher')).toBe('publication.moment-missing');
    expect(onEdition('plan', 'scheduled', 'publisher', { ...given, now: given.publishAt })).toBe(
      'publication.moment-past',
    );
    expect(onEdition('plan', 'scheduled', 'publisher', { ...given, isContributor: true })).toBe(
      'publication.contributor',
    );
    expect(onEdition('plan', 'scheduled', 'publisher', { ...given, isPlanned: true })).toBe('publication.planned');
    expect(onEdition('publish', 'scheduled', 'publisher', { isPlanned: true })).toBe('publication.planned');
    expect(onEdition('unplan', 'scheduled', 'publisher', { isPlanned: true })).toBe('scheduled');
    expect(onEdition('unplan', 'scheduled', 'publisher')).toBe('publication.not-planned');
  });

  it('is withdrawn with an explanation from a day on, and makes room for the one before it', () => {
    const given = { comment: '有误', effectiveDate: '2026-12-01', today: '2026-12-01' };
    expect(onEdition('withdraw', 'published', 'publisher', given)).toBe('withdrawn');
    expect(onEdition('withdraw', 'published', 'publisher', { ...given, isContributor: true })).toBe(
      'publication.contributor',
    );
    expect(onEdition('withdraw', 'published', 'publisher', { ...given, comment: ' ' })).toBe('edition.comment-missing');
    expect(onEdition('withdraw', 'published', 'publisher', { comment: '有误' })).toBe('edition.effective-date-missing');
    expect(onEdition('withdraw', 'published', 'publisher', { ...given, today: '2026-12-02' })).toBe(
      'withdrawal.day-past',
    );
    const reinstated = (isImported: boolean) =>
      decide('edition', 'reinstate', {
        state: 'superseded',
        actor: { id: '', roles: ['system'] },
        facts: { ...editionFacts, isImported },
      });
    expect([reinstated(false), reinstated(true)]).toEqual([
      { ok: true, value: { to: 'published' } },
      { ok: true, value: { to: 'imported' } },
    ]);
  });

  it('is scheduled for a date, forked one at a time, and abandoned with words', () => {
    expect(onEdition('schedule', 'finalising', 'editor')).toBe('edition.effective-date-missing');
    expect(onEdition('schedule', 'finalising', 'editor', { effectiveDate: '2027-01-01' })).toBe('scheduled');
    expect(onEdition('fork', 'imported', 'editor', { openDraftExists: true })).toBe('edition.open-draft-exists');
    expect(onEdition('abandon', 'drafting', 'editor')).toBe('edition.comment-missing');
  });
});

describe('the buttons', () => {
  it('are the events of the role in this state, each with every reason against it', () => {
    const situation = {
      state: 'submitted' as const,
      actor: person('reviewer'),
      facts: { ...facts, relation: 'author' as const },
    };
    expect(allowedEvents('amendment', situation)).toEqual(
      ['approve', 'requestChanges', 'reject'].map((event) => ({
        event,
        allowed: false,
        reasons: [{ code: 'amendment.self-approval' }],
      })),
    );
  });

  it('do not wait for what comes with the event', () => {
    const bare = { ...facts, comment: null, seenContentHash: null };
    const events = allowedEvents('amendment', { state: 'submitted', actor: person('reviewer'), facts: bare });
    expect(events.map(({ event, allowed }) => [event, allowed])).toEqual([
      ['approve', true],
      ['requestChanges', true],
      ['reject', true],
    ]);
  });

  it('are what decide allows, whatever the facts', () => {
    for (const role of ROLES) {
      for (const state of AMENDMENT_STATES) {
        const situation = { state, actor: person(role), facts };
        const offered = allowedEvents('amendment', situation).filter(({ allowed }) => allowed);
        const decided = AMENDMENT_EVENTS.filter((event) => decide('amendment', event, situation).ok);
        expect(offered.map(({ event }) => event)).toEqual(decided);
      }
    }
  });
});

describe('roles', () => {
  it('of auditor and admin exclude every other', () => {
    expect(checkRoles(['editor', 'reviewer'])).toEqual({ ok: true, value: ['editor', 'reviewer'] });
    expect(checkRoles(['auditor', 'editor'])).toMatchObject({ problem: { code: 'account.roles-exclusive' } });
    expect(checkRoles([])).toMatchObject({ problem: { code: 'account.roles-empty' } });
    expect(checkRoles(['editor', 'editor'])).toMatchObject({ problem: { code: 'account.role-unknown' } });
    expect(checkRoles(['owner'])).toMatchObject({ problem: { code: 'account.role-unknown' } });
  });

  it('give the auditor nothing to write and the admin nothing of the content', () => {
    expect(permissionsOf(['auditor'])).toEqual(['standard.read', 'ledger.read', 'export.read']);
    expect(permissionsOf(['admin'])).toEqual(['standard.read', 'account.manage']);
  });
});
