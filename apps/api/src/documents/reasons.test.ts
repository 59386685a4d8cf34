import { reasonsOf, type ReasonedComparison } from './reasons.ts';

const none = { added: [], removed: [] };
const entry = (code: string, ...reasons: { rationale: string; legalBasis: string }[]) => ({
  serviceId: `service of ${code}`,
  changes: ['amended' as const],
  classes: [],
  evidence: [],
  certain: true,
  before: { number: '1', title: '甲', path: [], code },
  after: { number: '1', title: '甲', path: [], code },
  provisions: {},
  quantities: [],
  citations: none,
  agencies: none,
  funding: none,
  reasons,
});
const comparison = (...entries: ReasonedComparison['entries']): ReasonedComparison => ({
  schema: 'dingben.comparison/1',
  before: '甲',
  after: '乙',
  summary: { added: 0, removed: 0, moved: 0, renumbered: 0, retitled: 0, amended: 0, unchanged: 0 },
  sections: [],
  entries,
});

test('what several amendments say of an entry is said once, in their order', () => {
  const [first, second] = [
    { rationale: '按国家标准调整。', legalBasis: '《甲》' },
    { rationale: '统一用语。', legalBasis: '' },
  ];
  expect(reasonsOf(comparison(entry('S1', first, second, first), entry('S2')))).toEqual(
    new Map([
      ['S1', { reason: '按国家标准调整。\n统一用语。', basis: '《甲》' }],
      ['S2', { reason: '', basis: '' }],
    ]),
  );
});
