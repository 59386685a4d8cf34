import { Link } from 'react-router-dom';
import type { Checklist } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useT } from '../../i18n/use-t.ts';
import { useRuleName } from '../../proofreading/use-rule-name.ts';
import { linkAddress } from './link-address.ts';

type Item = Checklist['items'][number];

interface Props {
  readonly item: Item;
  readonly editionId: string;
  /** More of them are folded away: their page says it better. */
  readonly most: number;
}

/** The ways to where an item is settled, each with who is at work there. */
export function ChecklistLinks({ item, editionId, most }: Props) {
  const t = useT();
  const rest = item.links.slice(most);
  return (
    <>
      <Links {...item} links={item.links.slice(0, most)} editionId={editionId} />
      {rest.length > 0 && (
        <details>
          <summary className="small">{t('publishing.more', { count: rest.length })}</summary>
          <Links {...item} links={rest} editionId={editionId} />
        </details>
      )}
    </>
  );
}

function Links({ code, links, editionId }: Pick<Item, 'code' | 'links'> & Pick<Props, 'editionId'>) {
  const { list } = useFormat();
  const labelOf = useLinkLabel();
  return (
    <ul className="bare">
      {links.map((link) => (
        <li key={link.id}>
          <Link to={linkAddress(link, code, editionId)} lang="zh-CN">
            {labelOf(link, code)}
          </Link>
          {link.people.length > 0 && <span className="soft small"> {list(link.people)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** How many; one goes without saying. */
export function ItemCount({ count }: Pick<Item, 'count'>) {
  const t = useT();
  const { number } = useFormat();
  return count > 1 && <span className="soft">{t('common.aside', { text: number(count) })}</span>;
}

/** What is no thing of its own is named by what is to be seen there. */
function useLinkLabel(): (link: Item['links'][number], code: Item['code']) => string {
  const t = useT();
  const ruleName = useRuleName();
  return ({ kind, label }, code) => {
    // The label says which characters, which is what has to be seen to.
    if (code === 'checklist.missing-characters') return label;
    // A finding outside every entry, on a heading, is named by its rule.
    if (kind === 'finding') return /\d/.test(label) ? t('publishing.entry', { number: label }) : ruleName(label);
    if (kind === 'findings') return t('publishing.toFindings');
    return kind === 'edition' ? t('publishing.toEdition') : label;
  };
}
