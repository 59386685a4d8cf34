import { useState } from 'react';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { Link } from 'react-router-dom';
import { importsQuery } from '../api/queries.ts';
import type { Import } from '../api/types.ts';
import { useCommand } from '../api/use-command.ts';
import { Chip, type Tone } from '../desk/Chip.tsx';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { Where } from '../layout/slots.tsx';
import { useTitle } from '../layout/use-title.ts';
import { DropZone } from './DropZone.tsx';
import './imports.css';

/** Where documents come in, and those of mine that are still on their way. */
export default function ImportList() {
  const t = useT();
  const open = useQuery(importsQuery(false));
  const finished = useQuery(importsQuery(true));
  useTitle(t('importing.title'));
  return (
    <div className="page">
      <Where>
        <b>{t('importing.title')}</b>
      </Where>
      <div className="page-head">
        <h1>{t('importing.title')}</h1>
      </div>
      <p className="soft lead">{t('importing.hint')}</p>
      <DropZone />
      <h2 className="label">{t('importing.list')}</h2>
      {open.isPending && <Loading />}
      {open.isError && <ErrorState inline error={open.error} retry={() => void open.refetch()} />}
      {open.data?.total === 0 && (
        <EmptyState inline title={t('importing.empty')}>
          <p>{t('importing.emptyHint')}</p>
        </EmptyState>
      )}
      {open.data !== undefined && open.data.total > 0 && <ImportTable imports={open.data.items} />}
      {finished.data !== undefined && finished.data.total > 0 && (
        <>
          <h2 className="label">{t('importing.finishedList')}</h2>
          <ImportTable imports={finished.data.items} />
        </>
      )}
    </div>
  );
}

const TONES: Readonly<Record<Import['state'], Tone>> = {
  reading: 'plain',
  refused: 'bad',
  read: 'accent',
  finishing: 'plain',
  finished: 'ok',
};

function ImportTable({ imports }: { readonly imports: readonly Import[] }) {
  const t = useT();
  const [discarding, setDiscarding] = useState<Import | null>(null);
  return (
    <>
      <table className="plain sheet">
        <thead>
          <tr>
            <th scope="col">{t('importing.name')}</th>
            <th scope="col">{t('importing.state')}</th>
            <th scope="col">{t('importing.uploadedAt')}</th>
            <th scope="col">
              <span className="sr-only">{t('importing.discard')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <ImportRow key={one.id} one={one} onDiscard={() => setDiscarding(one)} />
          ))}
        </tbody>
      </table>
      {discarding !== null && <DiscardDialog one={discarding} onClose={() => setDiscarding(null)} />}
    </>
  );
}

function ImportRow({ one, onDiscard }: { readonly one: Import; readonly onDiscard: () => void }) {
  const t = useT();
  const word = useWord();
  const { time } = useFormat();
  return (
    <tr>
      <td>
        <Link to={`/imports/${one.id}`} style={{ fontWeight: 600 }}>
          {one.name}
        </Link>
      </td>
      <td>
        <Chip tone={TONES[one.state]}>{word('importState', one.state)}</Chip>
      </td>
      <td className="nowrap">{time(one.createdAt)}</td>
      <td className="nowrap">
        {one.state !== 'finishing' && one.state !== 'finished' && (
          <Button size="small" onClick={onDiscard} aria-label={t('importing.discardTitle', { name: one.name })}>
            {t('importing.discard')}
          </Button>
        )}
      </td>
    </tr>
  );
}

const DROP = [['import']];

export function DiscardDialog(props: { one: Import; onClose: () => void; onDone?: () => void }) {
  const t = useT();
  const notify = useNotify();
  const { run, pending, problem } = useCommand(DROP);
  const discard = async () => {
    const { ok } = await run({ method: 'DELETE', path: `/imports/${props.one.id}` });
    if (!ok) return;
    notify(t('importing.discarded'), { type: 'success' });
    props.onClose();
    props.onDone?.();
  };
  return (
    <ConfirmDialog
      title={t('importing.discardTitle', { name: props.one.name })}
      confirm={t('importing.discard')}
      onConfirm={() => void discard()}
      onClose={props.onClose}
      problem={problem}
      pending={pending}
      grave
    >
      <p>{t('importing.discardHint')}</p>
    </ConfirmDialog>
  );
}
