import type { Finding, Severity } from '../api/types.ts';

export interface FindingFilter {
  readonly state: 'open' | 'all';
  readonly severity: Severity | null;
  readonly code: string | null;
  readonly fixable: boolean;
}

/** The findings of one rule, in document order. */
export interface RuleGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function filterFrom(params: URLSearchParams): FindingFilter {
  const severity = SEVERITIES.find((each) => each === params.get('severity')) ?? null;
  return {
    state: params.get('state') === 'all' ? 'all' : 'open',
    severity,
    code: params.get('rule'),
    fixable: params.get('fixable') === '1',
  };
}

export function fits(finding: Finding, { state, severity, code, fixable }: FindingFilter): boolean {
  return (
    (state === 'all' || finding.state === 'open') &&
    (severity === null || finding.severity === severity) &&
    (code === null || finding.code === code) &&
    (!fixable || isFixable(finding))
  );
}

/** Has a certain repair of a stored text: what the reading of a source saw is of the source's lines. */
export function isFixable({ origin, fix, serviceId, start, found }: Finding): boolean {
  return origin === 'proofreading' && fix !== null && serviceId !== null && start !== null && found !== null;
}

/** By rule: what 校核 saw before what the reading saw, the gravest first, then those with more findings. */
export function groupsOf(findings: readonly Finding[]): RuleGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.code);
    if (group === undefined) groups.set(finding.code, [finding]);
    else group.push(finding);
  }
  return [...groups]
    .map(([code, list]) => ({ code, severity: list[0]?.severity ?? 'info', findings: list }))
    .sort(
      (a, b) =>
        Number(isOfReading(a)) - Number(isOfReading(b)) ||
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.findings.length - a.findings.length,
    );
}

function isOfReading({ findings }: RuleGroup): boolean {
  return findings[0]?.origin === 'reading';
}
