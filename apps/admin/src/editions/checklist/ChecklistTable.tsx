import { Link } from 'react-router-dom';
import type { Checklist } from '../../api/types.ts';
import { Chip } from '../../desk/Chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { linkAddress } from './link-address.ts';

type Item = Checklist['items'][number];

/** More of them say nothing that their page does not say better. */
const MOST_LINKS = 12;

/** Everything that is looked at before publication: what is open first, then what is done. */
export function ChecklistTable({ items, editionId }: { readonly items: readonly Item[]; readonly editionId: string }) {
  const t = useT();
  const sorted = [...items].sort((a, b) => rank(a) - rank(b));
  return (
    <table className="plain sheet checklist">
      <thead>
        <tr>
          <th scope="col" style={{ width: 96 }}>
            {t('edition.state')}
          </th>
          <th scope="col" style={{ width: '30%' }}>
            {t('publishing.item')}
          </th>
          <th scope="col" style={{ width: '20%' }}>
            {t('publishing.who')}
          </th>
          <th scope="col">{t('publishing.where')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((item) => (
          <Line key={item.code} item={item} editionId={editionId} />
        ))}
      </tbody>
    </table>
  );
}

/** What bars comes first, what is done last. */
function rank({ blocking, count }: Item): number {
  if (count === 0) return 2;
  return blocking ? 0 : 1;
}

function Line({ item, editionId }: { readonly item: Item; readonly editionId: string }) {
  const t = useT();
  const word = useWord();
  const { list, number } = useFormat();
  const { code, blocking, count, clearedBy, links } = item;
  const isDone = count === 0;
  const state = isDone ? 'publishing.done' : blocking ? 'edition.blocking' : 'edition.notBlocking';
  return (
    <tr>
      <td>
        <Chip tone={isDone ? 'ok' : blocking ? 'bad' : 'warn'}>{t(state)}</Chip>
      </td>
      <th scope="row" style={{ fontWeight: isDone ? 400 : 600, textAlign: 'left' }}>
        {word('checklist', code)}
        {count > 1 && <span className="soft">（{number(count)}）</span>}
      </th>
      <td>{isDone ? <span className="soft">–</span> : list(clearedBy.map((role) => word('role', role)))}</td>
      <td>
        <ul className="bare">
          {links.slice(0, MOST_LINKS).map((link) => (
            <li key={link.id}>
              <Link to={linkAddress(link, code, editionId)} lang="zh-CN">
                {link.kind === 'finding' ? t('publishing.entry', { number: link.label }) : link.label}
              </Link>
              {link.people.length > 0 && <span className="soft small"> {list(link.people)}</span>}
            </li>
          ))}
          {links.length > MOST_LINKS && (
            <li className="soft small">{t('publishing.more', { count: links.length - MOST_LINKS })}</li>
          )}
        </ul>
      </td>
    </tr>
  );
}
