import type { Finding } from '@dingben/outline';
import { identities } from './identity.ts';
import { proofreadEntries } from './proofread.ts';

const of = (standard: string): { text: string; findings: Finding[] } => ({
  text: standard,
  findings: proofreadEntries([{ path: '8', provisions: { standard } }]),
});
const keys = ({ text, findings }: ReturnType<typeof of>, id = 'service-8') =>
  identities(findings, { idOf: () => id, textOf: () => text });

describe('the identity of a finding', () => {
  const before = of('每人每月 2650元,其它人员减半');

  test('is one a finding, and stays through edits elsewhere in the provision', () => {
    expect(new Set(keys(before)).size).toBe(before.findings.length);
    expect(keys(of('自2026年起，每人每月 2650元,其它人员减半'))).toEqual(keys(before));
  });

  test('ends with the words that were found', () => {
    const after = keys(of('每人每月 2650元;其它人员减半'));
    const kept = keys(before).filter((key) => after.includes(key));
    expect(kept).toHaveLength(before.findings.length - 1);
  });

  test('is that of the service, whatever its number', () => {
    const renumbered = before.findings.map((finding) => ({ ...finding, entry: '9' }));
    expect(keys({ ...before, findings: renumbered })).toEqual(keys(before));
    expect(keys(before, 'another')).not.toEqual(keys(before));
  });

  test('tells equal words apart by their order', () => {
    expect(new Set(keys(of('其它人员，其它家庭。'))).size).toBe(2);
  });
});
