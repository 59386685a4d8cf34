import type { Checklist } from '../../api/types.ts';
import { Chip } from '../../desk/Chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { ChecklistLinks, ItemCount } from './ChecklistLinks.tsx';

type Item = Checklist['items'][number];

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
  const { list } = useFormat();
  const { code, count, clearedBy } = item;
  const isDone = standing === 'done';
  const { tone, text } = CHIPS[standing];
  return (
    <tr>
      <td>
        <Chip tone={tone}>{t(text)}</Chip>
      </td>
      <th scope="row" style={{ fontWeight: isDone ? 400 : 600, textAlign: 'left' }}>
        {word(isDone ? 'checklistDone' : 'checklist', code)}
        <ItemCount count={count} />
      </th>
      <td>{isDone ? <span className="soft">–</span> : list(clearedBy.map((role) => word('role', role)))}</td>
      <td>
        <ChecklistLinks item={item} editionId={editionId} most={MOST_LINKS} />
      </td>
    </tr>
  );
}
