import { Link, useLocation } from 'react-router-dom';
import type { Entry, Reference } from '../../api/types.ts';
import { Chip } from '../../desk/Chip.tsx';
import { useT, useWord } from '../../i18n/use-t.ts';
import { CorrectButton } from './CorrectButton.tsx';
import { said, textOf } from './reading.ts';

interface Props {
  readonly citation: Reference;
  readonly entry: Entry;
  readonly editionId: string;
  readonly hash: string;
  readonly correctable: boolean;
}

/** A cited document: its title, its number, the provision that cites it. */
export function CitationCard({ citation, entry, editionId, hash, correctable }: Props) {
  const t = useT();
  const word = useWord();
  const { search } = useLocation();
  const id = `basis-${citation.provision}-${citation.start}`;
  const [title, number] = [said(citation, 'title'), said(citation, 'number')];
  return (
    <section id={id} className={hash === `#${id}` ? 'card on' : 'card'}>
      <h3 style={{ fontWeight: 500 }} lang="zh-CN">
        {title === '' ? textOf(entry, citation) : `《${title}》`}
      </h3>
      <div className="row">
        <small lang="zh-CN">{number === '' ? t('entry.noNumber') : number}</small>
        {citation.data['corrected'] === true && <Chip tone="ok">{t('basis.corrected')}</Chip>}
      </div>
      <div className="row">
        <small>
          {word('provision', citation.provision)} ·{' '}
          <Link to={{ search, hash: citation.provision }} replace>
            {t('entry.seeText')}
          </Link>
          {' · '}
          <Link to={registryAddress(number === '' ? title : number)}>{t('entry.seeRegulation')}</Link>
        </small>
        {correctable && <CorrectButton reference={citation} entry={entry} editionId={editionId} />}
      </div>
    </section>
  );
}

/** The list of regulations with what the citation says as its filter: it leads there whether or not anybody registered it. */
function registryAddress(q: string): string {
  return `/regulations?filter=${encodeURIComponent(JSON.stringify({ q }))}`;
}
