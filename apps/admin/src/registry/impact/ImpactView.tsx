import { useState } from 'react';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import type { Impact, TouchedEdition, TouchedEntry } from '../../api/types.ts';
import { EditionStateChip } from '../../desk/Chip.tsx';
import { EmptyState } from '../../desk/states.tsx';
import { useRight } from '../../desk/use-me.ts';
import { editionAddress, entryAddress } from '../../editions/address.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { OpenForImpactDialog, type ImpactOrder } from './OpenForImpactDialog.tsx';

interface Props {
  readonly impact: Impact;
  /** What an amendment would say; its entries are those of the edition. Null where there is nothing to amend. */
  readonly order: ImpactOrder | null;
}

/** Every entry of the standing editions that mentions something, with its sentences, and the way to amend them. */
export function ImpactView({ impact, order }: Props) {
  const t = useT();
  if (impact.editions.every(({ entries }) => entries.length === 0))
    return <EmptyState inline title={t('impact.none')} />;
  return impact.editions.map((edition) => <EditionImpact key={edition.id} edition={edition} order={order} />);
}

function EditionImpact({ edition, order }: { readonly edition: TouchedEdition; readonly order: ImpactOrder | null }) {
  const t = useT();
  const { entries, id, label, state } = edition;
  const mentions = entries.reduce((sum, entry) => sum + entry.mentions.length, 0);
  return (
    <section className="touched-edition" aria-labelledby={`touched-${id}`}>
      <header>
        <h2 id={`touched-${id}`}>
          <Link to={editionAddress(id)}>{label}</Link>
        </h2>
        <EditionStateChip state={state} />
        <span className="soft small">{t('impact.count', { entries: entries.length, mentions })}</span>
        {entries.length > 0 && order !== null && <OpenButton edition={edition} order={order} />}
      </header>
      {entries.length === 0 && <p className="soft">{t('impact.noneIn', { label })}</p>}
      <ul className="touched">
        {entries.map((entry) => (
          <EntryImpact key={entry.serviceId} editionId={id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function OpenButton({ edition, order }: { readonly edition: TouchedEdition; readonly order: ImpactOrder }) {
  const t = useT();
  const word = useWord();
  const may = useRight('amendment.write');
  const [opening, setOpening] = useState(false);
  if (!may) return null;
  if (!edition.open) {
    return <span className="soft small end">{t('impact.frozen', { state: word('editionState', edition.state) })}</span>;
  }
  return (
    <span className="end">
      <Button variant="contained" onClick={() => setOpening(true)}>
        {t('impact.open', { count: edition.entries.length })}
      </Button>
      {opening && <OpenForImpactDialog edition={edition} order={order} onClose={() => setOpening(false)} />}
    </span>
  );
}

function EntryImpact({ editionId, entry }: { readonly editionId: string; readonly entry: TouchedEntry }) {
  const word = useWord();
  return (
    <li lang="zh-CN">
      <h3>
        <Link to={entryAddress(editionId, entry.serviceId)}>
          {entry.number} {entry.title}
        </Link>
      </h3>
      {entry.mentions.map((mention) => {
        const { by, end, provision, sentence, start } = mention;
        const [from, to] = [start - sentence.start, end - sentence.start];
        return (
          <div key={`${provision}-${start}`}>
            <Link className="soft small" to={entryAddress(editionId, entry.serviceId, provision)}>
              {word('provision', provision)} · {word('citedBy', by)}
            </Link>
            <blockquote className="text compact">
              {sentence.text.slice(0, from)}
              <mark>{sentence.text.slice(from, to)}</mark>
              {sentence.text.slice(to)}
            </blockquote>
          </div>
        );
      })}
    </li>
  );
}
