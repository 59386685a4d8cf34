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
  /** More of them say nothing that their page does not say better. */
  readonly most: number;
}

/** The ways to where an item is settled, each with who is at work there. */
export function ChecklistLinks({ item: { code, links }, editionId, most }: Props) {
  const t = useT();
  const { list } = useFormat();
  const labelOf = useLinkLabel();
  return (
    <ul className="bare">
      {links.slice(0, most).map((link) => (
        <li key={link.id}>
          <Link to={linkAddress(link, code, editionId)} lang="zh-CN">
            {labelOf(link, code)}
          </Link>
          {link.people.length > 0 && <span className="soft small"> {list(link.people)}</span>}
        </li>
      ))}
      {links.length > most && <li className="soft small">{t('publishing.more', { count: links.length - most })}</li>}
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
