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
  stated: null,
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

test('what no amendment says a person may say, of an entry and of a heading', () => {
  const stated = { reason: '按国家标准调整。', basis: '' };
  const amended = { rationale: '统一用语。', legalBasis: '' };
  const section = {
    kind: 'chapter' as const,
    changes: ['retitled' as const],
    before: { number: '一', title: '幼有所育' },
    after: { number: '一', title: '幼有善育' },
    stated,
  };
  const entries = [
    { ...entry('S1'), stated },
    { ...entry('S2', amended), stated },
  ];
  expect(reasonsOf({ ...comparison(...entries), sections: [section, { ...section, stated: null }] })).toEqual(
    new Map([
      ['一、幼有善育', stated],
      ['S1', stated],
      ['S2', { reason: '统一用语。', basis: '' }],
    ]),
  );
});
