import { useState } from 'react';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { matchingQuery } from '../api/queries.ts';
import type { Import, ImportMatching, MatchedEntry } from '../api/types.ts';
import { ToggleChip } from '../desk/Chip.tsx';
import { ProblemAlert } from '../desk/ProblemAlert.tsx';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import { AgainstPicker, type Chosen } from './AgainstPicker.tsx';
import { allAsProposed, goneServices, withDecision, type Decision } from './decisions.ts';
import { MatchRow } from './MatchRow.tsx';
import { useImportCommand, type ImportCommand } from './use-import-command.ts';

interface Props {
  readonly one: Import;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** Which known services the entries go on with: proposed, and decided by a person where it is not obvious. */
export function MatchingStep({ one, onBack, onNext }: Props) {
  const t = useT();
  const query = useQuery(matchingQuery(one.id));
  const command = useImportCommand(one.id);
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState inline error={query.error} retry={() => void query.refetch()} />;
  return (
    <div>
      <h1 className="sr-only">{t('matching.title')}</h1>
      <p className="soft lead">{t('matching.hint')}</p>
      <ProblemAlert problem={command.problem} />
      {query.data.against === null ? (
        <EmptyState inline title={t('matching.none')} />
      ) : (
        <Matching matching={query.data} command={command} />
      )}
      <div className="import-foot">
        <Button onClick={onBack}>{t('importing.back')}</Button>
        <span className="end">
          <Button variant="contained" onClick={onNext}>
            {t('importing.next')}
          </Button>
        </span>
      </div>
    </div>
  );
}

const SHOWN = ['undecided', 'renamed', 'split', 'merged', 'new', 'all'] as const;
type Shown = (typeof SHOWN)[number];

function isShown({ certain, decided, kind }: MatchedEntry, shown: Shown): boolean {
  if (shown === 'all') return true;
  return shown === 'undecided' ? !certain && !decided : kind === shown;
}

interface PartProps {
  readonly matching: ImportMatching;
  readonly command: ImportCommand;
}

function Matching({ matching, command }: PartProps) {
  const t = useT();
  const word = useWord();
  const counted = (shown: Shown) => matching.entries.filter((entry) => isShown(entry, shown)).length;
  const [shown, setShown] = useState<Shown>(counted('undecided') > 0 ? 'undecided' : 'all');
  const entries = matching.entries.filter((entry) => isShown(entry, shown));
  const { against } = matching;
  const save = (
    decisions: readonly Decision[],
    chosen: Chosen = { id: against?.id ?? '', commit: against?.commit ?? null },
  ) => {
    const { id: againstId, commit } = chosen;
    const body = { againstId, ...(commit === null ? {} : { commit }), decisions };
    void command.act('PUT', '/matching', matching.version, body);
  };
  return (
    <>
      <div className="match-bar">
        <AgainstPicker matching={matching} onChange={(chosen) => save([], chosen)} />
        {SHOWN.map((name) => (
          <ToggleChip key={name} on={shown === name} onClick={() => setShown(name)}>
            {name === 'undecided' || name === 'all' ? t(`matching.${name}`) : word('descent', name)} {counted(name)}
          </ToggleChip>
        ))}
        {counted('undecided') > 0 && (
          <span className="end">
            <Button variant="outlined" disabled={command.pending} onClick={() => save(allAsProposed(matching))}>
              {t('matching.confirmAll')}
            </Button>
          </span>
        )}
      </div>
      {entries.length === 0 ? (
        <EmptyState inline title={shown === 'undecided' ? t('matching.nothing') : t('matching.nothingOfKind')} />
      ) : (
        <MatchTable
          matching={matching}
          entries={entries}
          pending={command.pending}
          onDecide={(decision) => save(withDecision(matching, decision))}
        />
      )}
      <Gone matching={matching} />
    </>
  );
}

interface TableProps {
  readonly matching: ImportMatching;
  readonly entries: readonly MatchedEntry[];
  readonly pending: boolean;
  readonly onDecide: (decision: Decision) => void;
}

function MatchTable({ matching, entries, pending, onDecide }: TableProps) {
  const t = useT();
  return (
    <table className="plain sheet match-table">
      <thead>
        <tr>
          <th scope="col">{t('matching.entry')}</th>
          <th scope="col">{t('matching.relation')}</th>
          <th scope="col">{t('matching.service')}</th>
          <th scope="col">
            <span className="sr-only">{t('matching.confirm')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <MatchRow
            // What is chosen in a row is what stands there until it is decided otherwise.
            key={`${entry.key} ${entry.kind} ${entry.from.join()}`}
            entry={entry}
            known={matching.known}
            pending={pending}
            onDecide={onDecide}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Services of the edition that no entry goes on with: a new edition leaves them out, an amendment removes them. */
function Gone({ matching }: { readonly matching: ImportMatching }) {
  const t = useT();
  const gone = goneServices(matching);
  if (gone.length === 0) return null;
  return (
    <details>
      <summary>{t('matching.gone', { count: gone.length })}</summary>
      <p className="soft small">{t('matching.goneHint')}</p>
      <ul className="proposal-list" lang="zh-CN">
        {gone.map(({ serviceId, number, title }) => (
          <li key={serviceId}>
            <span className="soft">{number}</span> {title}
          </li>
        ))}
      </ul>
    </details>
  );
}
