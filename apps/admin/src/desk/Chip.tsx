import type { ReactNode } from 'react';
import type { AmendmentState, EditionState } from '../api/types.ts';
import { useWord } from '../i18n/use-t.ts';

export type Tone = 'accent' | 'plain' | 'ok' | 'warn' | 'bad';

/** A word on a quiet ground; the word says it all, the colour only helps the eye. */
export function Chip({ tone = 'accent', title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span className={`chip ${tone}`} title={title}>
      {children}
    </span>
  );
}

const EDITION_TONES: Readonly<Record<EditionState, Tone>> = {
  imported: 'plain',
  drafting: 'accent',
  consulting: 'accent',
  finalising: 'accent',
  scheduled: 'warn',
  published: 'ok',
  superseded: 'plain',
  withdrawn: 'bad',
  abandoned: 'plain',
};

const AMENDMENT_TONES: Readonly<Record<AmendmentState, Tone>> = {
  draft: 'plain',
  submitted: 'accent',
  approved: 'ok',
  changes_requested: 'warn',
  merged: 'ok',
  withdrawn: 'plain',
  rejected: 'bad',
};

export function EditionStateChip({ state }: { readonly state: EditionState }) {
  return <Chip tone={EDITION_TONES[state]}>{useWord()('editionState', state)}</Chip>;
}

export function AmendmentStateChip({ state }: { readonly state: AmendmentState }) {
  return <Chip tone={AMENDMENT_TONES[state]}>{useWord()('amendmentState', state)}</Chip>;
}

/** A choice that is on or off, among others of its kind. */
export function ToggleChip(props: { on: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="chip" aria-pressed={props.on} onClick={props.onClick}>
      {props.children}
    </button>
  );
}
