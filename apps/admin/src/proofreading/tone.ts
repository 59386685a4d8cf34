import type { Severity } from '../api/types.ts';
import type { Tone } from '../desk/Chip.tsx';

const TONES: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'warn', info: 'plain' };

export function toneOf(severity: Severity): Tone {
  return TONES[severity];
}
