import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router-dom';
import { notesQuery } from '../api/queries.ts';
import type { RevisionNotes } from '../api/types.ts';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useCopy } from '../desk/use-copy.ts';
import { entryAddress } from '../editions/address.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { Actions, Where } from '../layout/slots.tsx';
import { useTitle } from '../layout/use-title.ts';
import './comparison.css';
import { CLASS, UNCLASSED, UNCONFIRMED } from './rows.ts';
import { useEditionOf } from './SidePicker.tsx';

/** 编制说明: what an edition says of its own changes, counted as people confirmed them; every count opens the entries behind it. */
export default function NotesPage() {
  const t = useT();
  useTitle(t('notes.title'));
  const [params] = useSearchParams();
  const [before, after] = [params.get('before') ?? '', params.get('after') ?? ''];
  const query = useQuery(notesQuery(before, after));
  const chosen = before !== '' && after !== '';
  const comparison = (only = ''): string => {
    const wanted = { before, after, ...(only === '' ? {} : { only }) };
    return `/comparisons?${new URLSearchParams(wanted).toString()}`;
  };
  return (
    <article className="paper comparison">
      <Where>
        <Link to={comparison()}>{t('comparison.title')}</Link>／<span>{t('classes.notes')}</span>
      </Where>
      <div className="col wide">
        {!chosen && (
          <EmptyState inline title={t('notes.choose')}>
            <Link to="/comparisons">{t('comparison.title')}</Link>
          </EmptyState>
        )}
        {chosen && query.isPending && <Loading />}
        {chosen && query.isError && <ErrorState inline error={query.error} retry={() => void query.refetch()} />}
        {query.data !== undefined && <Notes notes={query.data} comparison={comparison} />}
      </div>
    </article>
  );
}

interface Props {
  readonly notes: RevisionNotes;
  readonly comparison: (only?: string) => string;
}

function Notes({ notes, comparison }: Props) {
  const t = useT();
  const copy = useCopy();
  const text = [notes.paragraph, ...(notes.caveat === null ? [] : [notes.caveat])].join('\n');
  return (
    <>
      <Actions>
        <Button component={Link} to={comparison()}>
          {t('notes.back')}
        </Button>
        <Button variant="outlined" onClick={() => copy(text)}>
          {t('notes.copy')}
        </Button>
      </Actions>
      <h1>{t('notes.title')}</h1>
      <p className="text notes-text" lang="zh-CN">
        {notes.paragraph}
      </p>
      {notes.caveat !== null && (
        <div className="alert warn" role="status">
          <span lang="zh-CN">{notes.caveat}</span>{' '}
          <Link to={comparison(UNCONFIRMED)}>{t('notes.confirmNow', { count: notes.unconfirmed })}</Link>
        </div>
      )}
      {notes.rows.length > 0 && <Table notes={notes} comparison={comparison} />}
    </>
  );
}

/** What the notes call changes that were given no class. */
const NONE = '未归类';

function Table({ notes, comparison }: Props) {
  const t = useT();
  const word = useWord();
  const wordOf = (name: string) => (name === NONE ? t('classes.unclassed') : word('changeClass', name, name));
  const { number } = useFormat();
  // Where nobody has confirmed anything, the caveat says it of all.
  const mixed = notes.rows.some(({ entries }) => entries.some(({ confirmed }) => confirmed));
  const [params] = useSearchParams();
  const beforeId = useEditionOf(params.get('before') ?? '');
  const afterId = useEditionOf(params.get('after') ?? '');
  return (
    <table className="plain notes-table">
      <thead>
        <tr>
          <th scope="col">{t('notes.kind')}</th>
          <th scope="col">{t('notes.count')}</th>
          <th scope="col">{t('notes.entries')}</th>
        </tr>
      </thead>
      <tbody>
        {notes.rows.map(({ name, entries }) => (
          <tr key={name}>
            <th scope="row">{wordOf(name)}</th>
            <td>
              <Link
                to={comparison(name === NONE ? UNCLASSED : CLASS + name)}
                aria-label={t('notes.open', { name: wordOf(name), count: entries.length })}
              >
                {number(entries.length)}
              </Link>
            </td>
            <td>
              <ul className="note-entries">
                {entries.map((entry) => (
                  <li key={entry.serviceId}>
                    <Link to={entryAddress(name === '取消' ? beforeId : afterId, entry.serviceId)} lang="zh-CN">
                      {entry.name}
                    </Link>
                    {mixed && !entry.confirmed && <small className="soft"> {t('notes.unconfirmed')}</small>}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
