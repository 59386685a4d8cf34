import { useSearchParams } from 'react-router-dom';
import type { Finding } from '../api/types.ts';
import { ToggleChip } from '../desk/Chip.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import { fits, groupsOf, SEVERITIES, type FindingFilter } from './groups.ts';
import { useRuleName } from './use-rule-name.ts';

interface Props {
  readonly findings: readonly Finding[];
  readonly filter: FindingFilter;
}

/** Narrows the findings; what is chosen stands in the address. */
export function FindingFilters({ findings, filter }: Props) {
  const t = useT();
  const word = useWord();
  const ruleName = useRuleName();
  const [, setParams] = useSearchParams();
  const set = (name: string, value: string | null) =>
    setParams(
      (now) => {
        if (value === null || value === '') now.delete(name);
        else now.set(name, value);
        return now;
      },
      { replace: true },
    );
  const count = (change: Partial<FindingFilter>) =>
    findings.filter((finding) => fits(finding, { ...filter, ...change })).length;
  const rules = groupsOf(findings.filter((finding) => fits(finding, { ...filter, code: null })));
  return (
    <div className="finding-filters" role="search" aria-label={t('proofread.filter')}>
      {(['open', 'all'] as const).map((state) => (
        <ToggleChip
          key={state}
          on={filter.state === state}
          onClick={() => set('state', state === 'all' ? state : null)}
        >
          {t(`proofread.${state}`)} {count({ state })}
        </ToggleChip>
      ))}
      <i aria-hidden="true" />
      {SEVERITIES.map((severity) => (
        <ToggleChip
          key={severity}
          on={filter.severity === severity}
          onClick={() => set('severity', filter.severity === severity ? null : severity)}
        >
          {word('severity', severity)} {count({ severity })}
        </ToggleChip>
      ))}
      <ToggleChip on={filter.fixable} onClick={() => set('fixable', filter.fixable ? null : '1')}>
        {t('proofread.fixable')} {count({ fixable: true })}
      </ToggleChip>
      <select
        className="select"
        aria-label={t('proofread.rule')}
        value={filter.code ?? ''}
        onChange={(event) => set('rule', event.target.value)}
      >
        <option value="">{t('proofread.anyRule')}</option>
        {rules.map(({ code, findings: list }) => (
          <option key={code} value={code}>
            {ruleName(code)} · {list.length}
          </option>
        ))}
      </select>
    </div>
  );
}
