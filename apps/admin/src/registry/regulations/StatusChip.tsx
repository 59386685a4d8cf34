import type { RegulationStatus } from '../../api/types.ts';
import { Chip, type Tone } from '../../desk/Chip.tsx';
import { useT, useWord } from '../../i18n/use-t.ts';

const TONES: Readonly<Record<RegulationStatus, Tone>> = {
  'in-force': 'ok',
  amended: 'warn',
  repealed: 'bad',
  expired: 'bad',
};

/** Whether a regulation is in force; null: nobody has registered it. */
export function RegulationStatusChip({ status }: { readonly status: RegulationStatus | null }) {
  const t = useT();
  const word = useWord();
  if (status === null) return <Chip tone="plain">{t('regulation.unregistered')}</Chip>;
  return <Chip tone={TONES[status]}>{word('regulationStatus', status)}</Chip>;
}
