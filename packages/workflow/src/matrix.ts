import {
  AMENDMENT_EVENTS,
  AMENDMENT_STATES,
  AMENDMENT_TRANSITIONS,
  RELATIONS,
  type AmendmentFacts,
} from './amendment.ts';
import { decide } from './decide.ts';
import { EDITION_EVENTS, EDITION_STATES, EDITION_TRANSITIONS, type EditionFacts } from './edition.ts';
import type { Transition } from './machine.ts';
import type { WorkflowCode } from './problems.ts';
import { ROLES, type ActorRole } from './roles.ts';

/** What the cells of the matrices mean; `+` is allowed. */
export const LEGEND: Readonly<Partial<Record<WorkflowCode, string>>> = {
  'right.missing': '.',
  'amendment.event-not-allowed': '-',
  'edition.event-not-allowed': '-',
  'amendment.self-approval': 'S',
  'amendment.not-author': 'A',
  'publication.contributor': 'C',
  'publication.requester': 'R',
};

const ACTORS: readonly ActorRole[] = [...ROLES, 'system'];

/** Everything else is in favour, so that a cell shows what role, state and relation alone decide. */
const AMENDMENT_FAVOUR: Omit<AmendmentFacts, 'relation'> = {
  editCount: 1,
  conflictCount: 0,
  hasRationale: true,
  approvals: 0,
  alreadyApproved: false,
  requiredApprovals: 1,
  editionState: 'drafting',
  currentContentHash: 'seen',
  seenContentHash: 'seen',
  comment: 'said',
};

const EDITION_RELATIONS = ['contributor', 'requester', 'none'] as const;
const EDITION_FAVOUR: Omit<EditionFacts, 'isContributor' | 'isRequester' | 'isPlanned'> = {
  checklistOpen: 0,
  openDraftExists: false,
  effectiveDate: '2027-01-01',
  publishAt: '2027-01-01T00:00:00Z',
  comment: 'said',
};

/** One line for each event and state, one group of columns for each role, one column for each relation in it. */
function matrix(
  columns: readonly string[],
  rows: readonly (readonly [label: string, cell: (role: ActorRole, relation: number) => string])[],
): string {
  const width = Math.max(...rows.map(([label]) => label.length));
  const head = `${' '.repeat(width)}  ${ACTORS.map((role) => role.padEnd(9)).join(' ')}`;
  const sub = `${' '.repeat(width)}  ${ACTORS.map(() => columns.join('').padEnd(9)).join(' ')}`;
  const lines = rows.map(([label, cell]) => {
    const cells = ACTORS.map((role) =>
      columns
        .map((_, index) => cell(role, index))
        .join('')
        .padEnd(9),
    );
    return `${label.padEnd(width)}  ${cells.join(' ')}`;
  });
  return [head, sub, ...lines].map((line) => line.trimEnd()).join('\n');
}

function symbol(code: WorkflowCode): string {
  return LEGEND[code] ?? `(${code})`;
}

export function amendmentMatrix(): string {
  const rows = AMENDMENT_EVENTS.flatMap((event) =>
    [null, ...AMENDMENT_STATES].map((state) => {
      const cell = (role: ActorRole, index: number) => {
        const facts: AmendmentFacts = { ...AMENDMENT_FAVOUR, relation: RELATIONS[index] ?? 'none' };
        const decision = decide('amendment', event, { state, actor: { id: 'someone', roles: [role] }, facts });
        return decision.ok ? '+' : symbol(decision.problem.code);
      };
      return [`${event.padEnd(15)} ${state ?? '(none)'}`, cell] as const;
    }),
  );
  return matrix(['a', 'r', 'n'], rows);
}

export function editionMatrix(): string {
  const rows = EDITION_EVENTS.flatMap((event) =>
    [null, ...EDITION_STATES].map((state) => {
      const cell = (role: ActorRole, index: number) => {
        const relation = EDITION_RELATIONS[index];
        const facts: EditionFacts = {
          ...EDITION_FAVOUR,
          isContributor: relation === 'contributor',
          isRequester: relation === 'requester',
          // A plan is taken back only where there is one, and made only where there is none.
          isPlanned: event === 'unplan',
        };
        const decision = decide('edition', event, { state, actor: { id: 'someone', roles: [role] }, facts });
        return decision.ok ? '+' : symbol(decision.problem.code);
      };
      return [`${event.padEnd(16)} ${state ?? '(none)'}`, cell] as const;
    }),
  );
  return matrix(['c', 'q', 'n'], rows);
}

function table(transitions: Readonly<Record<string, Transition<string, string>>>): string {
  const list = (values: readonly (string | null)[]) => values.map((value) => value ?? '(none)').join(', ') || '–';
  const lines = Object.entries(transitions).map(
    ([event, { from, to, roles, guards, inputs }]) =>
      `| ${event} | ${list(from)} | ${list(to)} | ${list(roles)} | ${list(guards)} | ${list(inputs)} |`,
  );
  return ['| event | from | to | roles | guards | comes with it |', '|---|---|---|---|---|---|', ...lines].join('\n');
}

/** The generated part of docs/workflow.md. */
export function workflowTables(): string {
  return [
    '### Amendment\n',
    table(AMENDMENT_TRANSITIONS),
    '\nColumns: `a` author, `r` reviewer of it, `n` neither.\n',
    `\`\`\`text\n${amendmentMatrix()}\n\`\`\``,
    '\n### Edition\n',
    table(EDITION_TRANSITIONS),
    '\nColumns: `c` contributor, `q` the one who scheduled it, `n` neither.\n',
    `\`\`\`text\n${editionMatrix()}\n\`\`\``,
  ].join('\n');
}
