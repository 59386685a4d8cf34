import { useState, type KeyboardEvent } from 'react';
import Dialog from '@mui/material/Dialog';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router-dom';
import { editionsQuery, entrySearchQuery } from '../api/queries.ts';
import { ImeSearch } from '../desk/ImeSearch.tsx';
import { exceptDouble } from '../desk/stray-click.ts';
import { entryAddress } from '../editions/address.ts';
import { useT } from '../i18n/use-t.ts';
import { snippetOf } from './snippet.ts';
import './find.css';

/** Finds entries by title, number, document number or amount, in the edition on show or else in the newest. */
export function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const shown = useLocation().pathname.match(/^\/editions\/([^/]+)/)?.[1];
  const editions = useQuery(editionsQuery());
  const edition = editions.data?.items.find(({ id }) => id === shown) ?? editions.data?.items[0];
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = useQuery(entrySearchQuery(edition?.id ?? '', q));
  const items = q === '' ? [] : (found.data?.items ?? []);
  const search = (text: string) => {
    setQ(text);
    setChosen(0);
  };
  const open = (index: number) => {
    const item = items[index];
    if (item === undefined || edition === undefined) return;
    onClose();
    void navigate(entryAddress(edition.id, item.serviceId));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, items.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0));
    else if (event.key === 'Enter') open(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      open
      onClose={exceptDouble(onClose)}
      maxWidth="sm"
      fullWidth
      aria-label={t('shell.find.title')}
      slotProps={{ paper: { className: 'finder' } }}
    >
      <div onKeyDown={onKeyDown}>
        <ImeSearch autoFocus value="" label={t('shell.find.label')} onSearch={search} />
        <p className="soft small" role="status">
          {q !== '' && found.isSuccess && items.length === 0
            ? t('shell.find.none', { q })
            : q === '' || edition === undefined
              ? t('shell.find.hint')
              : `${t('shell.find.where', { label: edition.label })} · ${t('common.count', { count: found.data?.total ?? 0 })}`}
        </p>
        <ul>
          {items.slice(0, 30).map((item, index) => (
            <li key={item.serviceId}>
              <button
                type="button"
                aria-current={index === chosen}
                ref={index === chosen ? intoView : null}
                onClick={() => open(index)}
              >
                <b>
                  {item.number} {item.title}
                </b>
                <span>{snippetOf(item, q)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
