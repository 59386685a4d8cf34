import { useId, useMemo } from 'react';
import { diffText } from '@dingben/text-diff';
import type { Edit } from '../../api/amendment-types.ts';
import type { FieldProblem } from '../../api/problem.ts';
import { ToggleChip } from '../../desk/Chip.tsx';
import { SidedText } from '../../desk/SidedText.tsx';
import { useSentence, useT, useWord } from '../../i18n/use-t.ts';
import type { FieldName } from '../editing/form.ts';
import { fieldOf } from './changes.ts';
import { startOf } from './conflict-form.ts';

interface Props {
  readonly edit: Edit;
  readonly field: FieldName;
  readonly value: string;
  readonly problem: FieldProblem | null;
  /** Null: this person only reads. */
  readonly onChange: ((text: string) => void) | null;
}

/** One text as it was, as the draft has it, as it is proposed; and what it shall be. */
export function ResolveField({ edit, field, value, problem, onChange }: Props) {
  const t = useT();
  const word = useWord();
  const sentence = useSentence();
  const id = useId();
  const label = word('field', field);
  const [base, current, proposed] = [edit.base, edit.current, edit.proposed].map((text) => fieldOf(text, field));
  const sides = useMemo(
    () => [
      { name: 'current' as const, segments: diffText(base ?? '', current ?? '') },
      { name: 'proposed' as const, segments: diffText(base ?? '', proposed ?? '') },
    ],
    [base, current, proposed],
  );
  return (
    <section className="changed">
      <h4>{label}</h4>
      <div className="trio">
        <div>
          <h5>{t('conflict.base')}</h5>
          <SidedText segments={[{ op: 'equal', text: base ?? '' }]} />
        </div>
        {sides.map(({ name, segments }) => (
          <div key={name}>
            <h5>{t(`conflict.${name}`)}</h5>
            <SidedText segments={segments} />
          </div>
        ))}
      </div>
      {onChange !== null && (
        <>
          <div className="row">
            <label htmlFor={id} className="small">
              {t('conflict.result', { field: label })}
            </label>
            <ToggleChip on={value === current} onClick={() => onChange(current ?? '')}>
              {t('conflict.useCurrent')}
            </ToggleChip>
            <ToggleChip on={value === proposed} onClick={() => onChange(proposed ?? '')}>
              {t('conflict.useProposed')}
            </ToggleChip>
          </div>
          {startOf(edit, field).joined && <p className="soft small">{t('conflict.merged')}</p>}
          <textarea
            id={id}
            className="text compact edit-area"
            lang="zh-CN"
            rows={3}
            value={value}
            aria-invalid={problem !== null}
            onChange={(event) => onChange(event.target.value)}
          />
          {problem !== null && (
            <p className="field-problem" role="alert">
              {sentence(problem)}
            </p>
          )}
        </>
      )}
    </section>
  );
}
