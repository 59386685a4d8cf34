import { useId } from 'react';
import type { Finding } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import { FindingRow } from './FindingRow.tsx';
import { isFixable, type RuleGroup } from './groups.ts';
import { toneOf } from './tone.ts';
import type { Fixing } from './use-fixing.ts';
import { useRuleName } from './use-rule-name.ts';

interface Props {
  readonly group: RuleGroup;
  readonly editionId: string;
  /** Null where the person writes no amendment here. */
  readonly fixing: Fixing | null;
}

/** The findings of one rule, entry by entry. */
export function RuleSection({ group: { code, severity, findings }, editionId, fixing }: Props) {
  const t = useT();
  const word = useWord();
  const id = useId();
  const ruleName = useRuleName();
  const fixable = (finding: Finding) => finding.state === 'open' && isFixable(finding) && !fixing?.isFixed(finding);
  const rest = fixing === null ? [] : findings.filter(fixable);
  return (
    <section className="rule" aria-labelledby={id}>
      <div className="rule-head">
        <Chip tone={toneOf(severity)}>{word('severity', severity)}</Chip>
        <h2 id={id}>{ruleName(code)}</h2>
        <small>{t('proofread.count', { count: findings.length })}</small>
        {fixing !== null && rest.length > 1 && (
          <button type="button" className="quiet" disabled={fixing.pending} onClick={() => fixing.fix(rest)}>
            {t('proofread.fixAll', { count: rest.length })}
          </button>
        )}
      </div>
      <ul>
        {findings.map((finding) => (
          <FindingRow key={finding.id} finding={finding} editionId={editionId} fixing={fixing} />
        ))}
      </ul>
    </section>
  );
}
