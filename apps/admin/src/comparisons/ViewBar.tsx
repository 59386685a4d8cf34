import { useMemo } from 'react';
import type { Comparison } from '../api/types.ts';
import { ToggleChip } from '../desk/Chip.tsx';
import { StepHint } from '../desk/StepHint.tsx';
import type { ChangePosition } from '../desk/use-change-keys.ts';
import { useT } from '../i18n/use-t.ts';
import type { ComparisonView } from './address.ts';
import { hasFormatChange, isRenumberingAlone } from './rows.ts';

interface Props {
  readonly comparison: Comparison;
  readonly view: ComparisonView;
  readonly set: (change: Partial<ComparisonView>) => void;
  readonly position: ChangePosition;
  readonly count: number;
}

/** How the table is drawn and what it leaves out; and where the reader is. */
export function ViewBar({ comparison: { entries }, view, set, position, count }: Props) {
  const t = useT();
  const renumbered = entries.filter(isRenumberingAlone).length;
  const format = useMemo(() => entries.filter(hasFormatChange).length, [entries]);
  return (
    <div className="view-bar no-print">
      {view.after.startsWith('edition:') && (
        <ToggleChip on={!view.unchanged} onClick={() => set({ unchanged: !view.unchanged })}>
          {t('comparison.onlyChanges')}
        </ToggleChip>
      )}
      <ToggleChip on={view.mode === 'side'} onClick={() => set({ mode: 'side' })}>
        {t('review.side')}
      </ToggleChip>
      <ToggleChip on={view.mode === 'inline'} onClick={() => set({ mode: 'inline' })}>
        {t('review.inline')}
      </ToggleChip>
      {renumbered > 0 && (
        <ToggleChip on={!view.renumbered} onClick={() => set({ renumbered: !view.renumbered })}>
          {t('comparison.hideRenumbered', { count: renumbered })}
        </ToggleChip>
      )}
      {format > 0 && (
        <ToggleChip on={!view.format} onClick={() => set({ format: !view.format })}>
          {t('comparing.hideFormat', { count: format })}
        </ToggleChip>
      )}
      <StepHint position={position} count={count} />
    </div>
  );
}
