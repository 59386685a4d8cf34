import { Link } from 'react-router-dom';
import type { Checklist } from '../../api/types.ts';
import { Chip } from '../../desk/Chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { linkAddress } from './link-address.ts';

type Item = Checklist['items'][number];

/** More of them say nothing that their page does not say better. */
const MOST_LINKS = 12;

interface Props {
  readonly items: readonly Item[];
  readonly editionId: string;
  /** Codes that the next step settles by itself. */
  readonly settled: readonly string[];
}

const ORDER = ['bars', 'warns', 'later', 'done'] as const;
type Standing = (typeof ORDER)[number];
const CHIPS = {
  bars: { tone: 'bad', text: 'edition.blocking' },
  warns: { tone: 'warn', text: 'edition.notBlocking' },
  later: { tone: 'plain', text: 'publishing.later' },
  done: { tone: 'ok', text: 'publishing.done' },
} as const;

/** Everything that is looked at before publication: what is open first, then what is done. */
export function ChecklistTable({ items, editionId, settled }: Props) {
  const t = useT();
  const sorted = items
    .map((item) => ({ item, standing: standingOf(item, settled) }))
    .sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));
  return (
    <table className="plain sheet checklist">
      <thead>
        <tr>
          <th scope="col" style={{ width: 96 }}>
            {t('publishing.check')}
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
        {sorted.map(({ item, standing }) => (
          <Line key={item.code} item={item} standing={standing} editionId={editionId} />
        ))}
      </tbody>
    </table>
  );
}

function standingOf({ code, blocking, count }: Item, settled: readonly string[]): Standing {
  if (count === 0) return 'done';
  if (!blocking) return 'warns';
  return settled.includes(code) ? 'later' : 'bars';
}

interface LineProps {
  readonly item: Item;
  readonly standing: Standing;
  readonly editionId: string;
}

function Line({ item, standing, editionId }: LineProps) {
  const t = useT();
  const word = useWord();
  const { list, number } = useFormat();
  const { code, count, clearedBy, links } = item;
  const isDone = standing === 'done';
  const { tone, text } = CHIPS[standing];
  return (
    <tr>
      <td>
        <Chip tone={tone}>{t(text)}</Chip>
      </td>
      <th scope="row" style={{ fontWeight: isDone ? 400 : 600, textAlign: 'left' }}>
        {word(isDone ? 'checklistDone' : 'checklist', code)}
        {count > 1 && <span className="soft">（{number(count)}）</span>}
      </th>
      <td>{isDone ? <span className="soft">–</span> : list(clearedBy.map((role) => word('role', role)))}</td>
      <td>
        <ul className="bare">
          {links.slice(0, MOST_LINKS).map((link) => (
            <li key={link.id}>
              <Link to={linkAddress(link, code, editionId)} lang="zh-CN">
                {labelOf(link, t)}
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

/** What is no thing of its own is named by what is to be seen there. */
function labelOf({ kind, label }: Item['links'][number], t: ReturnType<typeof useT>): string {
  if (kind === 'finding') return t('publishing.entry', { number: label });
  if (kind === 'findings') return t('publishing.toFindings');
  return kind === 'edition' ? t('publishing.toEdition') : label;
}
