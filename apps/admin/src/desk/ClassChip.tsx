import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { Chip, type Tone } from './Chip.tsx';

/** What gives people more reads otherwise than what takes from them; the rest is neither. */
const TONES: Readonly<Record<string, Tone>> = {
  提高标准: 'ok',
  扩大对象: 'ok',
  降低标准: 'warn',
  缩小对象: 'warn',
};

interface Props {
  readonly name: string;
  /** By how much its amounts changed; 1.05 is five per cent more. */
  readonly ratios: readonly number[];
}

/** A class of change, with by how much where amounts say so. */
export function ClassChip({ name, ratios }: Props) {
  const word = useWord();
  const amounts = useAmounts(ratios);
  return (
    <Chip tone={TONES[name] ?? 'plain'}>
      {word('changeClass', name, name)}
      {amounts !== '' && ` ${amounts}`}
    </Chip>
  );
}

/** Two amounts are named; of more, the least and the most. */
function useAmounts(ratios: readonly number[]): string {
  const t = useT();
  const { change, list } = useFormat();
  if (ratios.length < 3) return list([...new Set(ratios.map(change))]);
  const [from, to] = [change(Math.min(...ratios)), change(Math.max(...ratios))];
  return from === to ? from : t('comparison.range', { from, to });
}
