import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { matchingQuery, understandingQuery } from '../api/queries.ts';
import type { Import, ImportMatching, Understanding } from '../api/types.ts';
import { AmendmentFields, type AmendmentText } from '../amendments/editing/AmendmentFields.tsx';
import { ProblemAlert } from '../desk/ProblemAlert.tsx';
import { ErrorState, Loading } from '../desk/states.tsx';
import { useSentence, useT } from '../i18n/use-t.ts';
import { EditionFields, type EditionText } from './EditionFields.tsx';
import { useKeptForm } from './kept-form.ts';
import { ProposalView } from './ProposalView.tsx';
import { useImportCommand } from './use-import-command.ts';

interface Props {
  readonly one: Import;
  readonly onBack: () => void;
}

/** The last step: what the document becomes. */
export function CompletionStep({ one, onBack }: Props) {
  const matching = useQuery(matchingQuery(one.id));
  const understanding = useQuery(understandingQuery(one.id));
  if (matching.isError) return <ErrorState inline error={matching.error} retry={() => void matching.refetch()} />;
  if (understanding.isError) return <ErrorState inline error={understanding.error} />;
  if (matching.data === undefined || understanding.data === undefined) return <Loading />;
  return <CompletionForm one={one} matching={matching.data} understanding={understanding.data} onBack={onBack} />;
}

export interface Completion {
  readonly target: 'edition' | 'amendment';
  readonly edition: EditionText;
  readonly amendment: AmendmentText;
}

function beginningOf({ against }: ImportMatching, { outline }: Understanding): Completion {
  const { edition = '' } = outline as { readonly edition?: string };
  const isDraft = edition.includes('征求意见稿');
  return {
    target: against?.state === 'drafting' ? 'amendment' : 'edition',
    edition: {
      label: edition,
      kind: isDraft ? 'consultation-draft' : 'final',
      isOther: against === null,
      code: '',
      title: '',
    },
    amendment: { title: '', reasonClass: 'wording', rationale: '', legalBasis: '' },
  };
}

/** As the API takes it. */
function bodyOf({ target, edition, amendment }: Completion): object {
  if (target === 'amendment') return { amendment };
  const { label, kind, isOther, code, title } = edition;
  return { edition: { label, kind, ...(isOther ? { standard: { code, title } } : {}) } };
}

function isComplete({ target, edition, amendment }: Completion): boolean {
  if (target === 'amendment') return amendment.title.trim() !== '';
  return edition.label.trim() !== '' && (!edition.isOther || (edition.code !== '' && edition.title.trim() !== ''));
}

interface FormProps extends Props {
  readonly matching: ImportMatching;
  readonly understanding: Understanding;
}

function CompletionForm({ one, matching, understanding, onBack }: FormProps) {
  const t = useT();
  const sentence = useSentence();
  const command = useImportCommand(one.id);
  const [value, setValue] = useKeptForm(one.id, beginningOf(matching, understanding));
  const mayAmend = matching.against?.state === 'drafting';
  const target = mayAmend ? value.target : 'edition';
  const { openErrors } = understanding;
  const finish = () => void command.act('POST', '/completion', one.version, bodyOf({ ...value, target }));
  return (
    <div className="completion">
      <h1 className="sr-only">{t('completion.title')}</h1>
      {one.problem !== null && (
        <div className="alert bad" role="alert">
          {t('completion.failed')} {sentence(one.problem)}
        </div>
      )}
      <ProblemAlert problem={command.problem} />
      {openErrors > 0 && <div className="alert warn">{t('understanding.openErrors', { count: openErrors })}</div>}
      <TargetChoice matching={matching} target={target} onChange={(next) => setValue({ ...value, target: next })} />
      <div className="card">
        {target === 'edition' ? (
          <EditionFields
            value={value.edition}
            problem={command.problem}
            isFirst={matching.against === null}
            onChange={(edition) => setValue({ ...value, edition })}
          />
        ) : (
          <>
            <ProposalView importId={one.id} />
            <AmendmentFields
              value={value.amendment}
              problem={null}
              onChange={(amendment) => setValue({ ...value, amendment })}
            />
          </>
        )}
      </div>
      <div className="import-foot">
        <Button onClick={onBack}>{t('importing.back')}</Button>
        <span className="end">
          <Button
            variant="contained"
            disabled={command.pending || openErrors > 0 || !isComplete({ ...value, target })}
            onClick={finish}
          >
            {t('completion.finish')}
          </Button>
        </span>
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly matching: ImportMatching;
  readonly target: Completion['target'];
  readonly onChange: (target: Completion['target']) => void;
}

function TargetChoice({ matching: { against }, target, onChange }: ChoiceProps) {
  const t = useT();
  const mayAmend = against?.state === 'drafting';
  const choice = (name: Completion['target'], label: string, hint: string, disabled = false) => (
    <label className={target === name ? 'card target on' : 'card target'}>
      <input type="radio" name="target" checked={target === name} disabled={disabled} onChange={() => onChange(name)} />
      <b>{label}</b>
      <small>{hint}</small>
    </label>
  );
  return (
    <fieldset className="targets">
      <legend className="label">{t('completion.title')}</legend>
      {choice('edition', t('completion.edition'), t('completion.editionHint'))}
      {choice(
        'amendment',
        t('completion.amendment', { label: against?.label ?? '—' }),
        mayAmend ? t('completion.amendmentHint') : t('completion.noDraft'),
        !mayAmend,
      )}
    </fieldset>
  );
}
