import { useDeferredValue, useId, useMemo } from 'react';
import { diffText } from '@dingben/text-diff';
import type { FieldProblem } from '../../api/problem.ts';
import type { TextFinding } from '../../api/types.ts';
import { Segments } from '../../desk/Segments.tsx';
import { useSentence, useT, useWord } from '../../i18n/use-t.ts';
import { FieldFindings } from '../../proofreading/FieldFindings.tsx';
import type { FieldName } from './form.ts';

interface Props {
  readonly field: FieldName;
  /** The text that is replaced; null where there was none. */
  readonly before: string | null;
  readonly value: string;
  readonly problem: FieldProblem | null;
  readonly findings: readonly TextFinding[];
  readonly onChange: (value: string) => void;
}

const CHARACTERS_A_LINE = 26;

/** One text in an edit field, beside what it replaces; the difference follows the typing and never holds it up. */
export function EditField({ field, before, value, problem, findings, onChange }: Props) {
  const t = useT();
  const word = useWord();
  const sentence = useSentence();
  const id = useId();
  const deferred = useDeferredValue(value);
  const segments = useMemo(() => (before === null ? null : diffText(before, deferred)), [before, deferred]);
  const label = field === 'title' ? t('editing.titleField') : word('provision', field);
  return (
    <section className="edit-field">
      <h2>{before === null ? <label htmlFor={id}>{label}</label> : label}</h2>
      <div className="pair">
        {segments !== null && (
          <div>
            <h3>{value === before ? t('editing.unchanged') : t('editing.difference')}</h3>
            <p className="text compact" lang="zh-CN">
              <Segments segments={segments} />
            </p>
          </div>
        )}
        <div>
          {before !== null && (
            <h3>
              <label htmlFor={id}>
                {t('editing.proposed')}
                <span className="sr-only"> · {label}</span>
              </label>
            </h3>
          )}
          <textarea
            id={id}
            className="text compact edit-area"
            lang="zh-CN"
            // Where the browser cannot size a field by its content.
            rows={Math.max(field === 'title' ? 1 : 2, Math.ceil(value.length / CHARACTERS_A_LINE))}
            value={value}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            onChange={(event) => onChange(event.target.value)}
          />
          {problem !== null && (
            <p id={`${id}-problem`} className="field-problem" role="alert">
              {sentence(problem)}
            </p>
          )}
          <FieldFindings findings={findings} label={label} text={value} onFix={onChange} />
        </div>
      </div>
    </section>
  );
}
