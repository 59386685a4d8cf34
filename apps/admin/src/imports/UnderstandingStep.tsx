import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { understandingQuery } from '../api/queries.ts';
import type { Import, Understanding } from '../api/types.ts';
import { ProblemAlert } from '../desk/ProblemAlert.tsx';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';
import { EncodingChoice } from './EncodingChoice.tsx';
import { FindingKind } from './FindingKind.tsx';
import { groupsOf } from './groups.ts';
import { ReadOutline } from './ReadOutline.tsx';
import { useImportCommand, type ImportCommand } from './use-import-command.ts';

interface Props {
  readonly one: Import;
  readonly onNext: () => void;
}

/** What was understood of the document: its outline, counts, and what a person should look at. */
export function UnderstandingStep({ one, onNext }: Props) {
  const query = useQuery(understandingQuery(one.id));
  const command = useImportCommand(one.id);
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState inline error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className="import-panes">
      <ReadOutline understanding={query.data} />
      <div>
        <ProblemAlert problem={command.problem} />
        <Counts understanding={query.data} />
        {query.data.previews.length > 0 && <EncodingChoice understanding={query.data} command={command} />}
        <Findings understanding={query.data} command={command} />
        <Foot understanding={query.data} command={command} onNext={onNext} />
      </div>
    </div>
  );
}

const COUNTS = ['chapters', 'categories', 'services', 'leaves', 'characters', 'inFindings'] as const;

function Counts({ understanding: { counts } }: { readonly understanding: Understanding }) {
  const t = useT();
  const { number } = useFormat();
  return (
    <dl className="import-counts">
      {COUNTS.map((name) => (
        <div key={name}>
          <dd>{number(counts[name])}</dd>
          <dt>{t(`understanding.${name}`)}</dt>
        </div>
      ))}
    </dl>
  );
}

interface PartProps {
  readonly understanding: Understanding;
  readonly command: ImportCommand;
}

function Findings({ understanding, command }: PartProps) {
  const t = useT();
  const groups = groupsOf(understanding.findings);
  const notes = groups.filter(({ severity }) => severity === 'info');
  const others = groups.filter(({ severity }) => severity !== 'info');
  const noted = notes.reduce((sum, { findings }) => sum + findings.length, 0);
  const { version } = understanding;
  return (
    <section aria-label={t('understanding.findings')}>
      <h2 className="label">{t('understanding.findings')}</h2>
      {others.length === 0 && <EmptyState inline title={t('understanding.noFindings')} />}
      {others.map((group) => (
        <FindingKind key={`${group.severity} ${group.code}`} group={group} version={version} command={command} />
      ))}
      {noted > 0 && (
        <details>
          <summary>{t('understanding.notes', { count: noted })}</summary>
          {notes.map((group) => (
            <FindingKind key={group.code} group={group} version={version} command={command} />
          ))}
        </details>
      )}
    </section>
  );
}

function Foot({ understanding, command, onNext }: PartProps & Pick<Props, 'onNext'>) {
  const t = useT();
  const notify = useNotify();
  const { openErrors, steps, version } = understanding;
  const undo = async () => {
    if (await command.act('DELETE', '/corrections/latest', version)) notify(t('understanding.saved'));
  };
  return (
    <div className="import-foot">
      <span role="status" className={openErrors > 0 ? 'open-errors' : 'soft'}>
        {openErrors > 0 ? t('understanding.openErrors', { count: openErrors }) : t('understanding.allAnswered')}
      </span>
      <span className="end row">
        {steps > 0 && (
          <Button disabled={command.pending} onClick={() => void undo()}>
            {t('understanding.undo')}
          </Button>
        )}
        <Button variant="contained" onClick={onNext}>
          {t('importing.next')}
        </Button>
      </span>
    </div>
  );
}
