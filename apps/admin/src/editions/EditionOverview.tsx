import { Link, useLocation } from 'react-router-dom';
import type { Edition, OutlineSection } from '../api/types.ts';
import { EditionStateChip } from '../desk/Chip.tsx';
import { Loading } from '../desk/states.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';
import { useTitle } from '../layout/use-title.ts';
import { editionAddress, entryAddress, proofreadingAddress } from './address.ts';
import { PlanNotice, WithdrawalNotice } from './checklist/PlanNotice.tsx';
import { CommitList } from './CommitList.tsx';
import { countsOf } from './filter.ts';
import { flatten, headingOf, isLeaf } from './flatten.ts';
import type { OutlineView } from './use-outline.ts';

/** Before an entry is chosen: what this edition is, how far it has come, and its chapters to begin with. */
export function EditionOverview({
  edition,
  view,
}: {
  readonly edition: Edition | undefined;
  readonly view: OutlineView;
}) {
  const t = useT();
  useTitle(edition?.label);
  const sections = view.query.data?.sections;
  return (
    <article className="paper wide-paper">
      {edition === undefined ? (
        <Loading />
      ) : (
        <div className="col">
          <div className="crumb">{edition.standardTitle}</div>
          <h1 lang="zh-CN">{edition.label}</h1>
          <WithdrawalNotice publication={edition.publication} />
          <PlanNotice plan={edition.plan?.state === 'published' ? null : edition.plan} />
          <EditionFacts edition={edition} />
          {sections !== undefined && <Chapters sections={sections} editionId={edition.id} />}
          <p className="soft">{t('edition.chooseHint')}</p>
          <CommitList editionId={edition.id} />
        </div>
      )}
    </article>
  );
}

function EditionFacts({ edition }: { readonly edition: Edition }) {
  const t = useT();
  const { date, number, time } = useFormat();
  const { basedOn, counts, effectiveDate, head } = edition;
  const rows = [
    ['edition.state', <EditionStateChip key="state" state={edition.state} />],
    [
      edition.kind === 'corrigendum' ? 'publishing.corrects' : 'edition.basedOn',
      basedOn === null ? null : (
        <Link key="base" to={editionAddress(basedOn.id)}>
          {basedOn.label}
        </Link>
      ),
    ],
    ['publishing.correctedBy', edition.corrigenda.length === 0 ? null : <Corrigenda edition={edition} />],
    ['edition.entries', number(counts.entries)],
    ['edition.changed', basedOn === null ? null : number(counts.changed)],
    ['edition.amendments', basedOn === null ? null : number(counts.openAmendments)],
    ['edition.mergedAmendments', basedOn === null ? null : number(counts.mergedAmendments)],
    [
      'edition.findings',
      <Link key="findings" to={proofreadingAddress(edition.id)}>
        {number(counts.openFindings)}
      </Link>,
    ],
    ['edition.effectiveDate', effectiveDate === null ? null : date(effectiveDate)],
    ['edition.headAt', `${t('edition.head', { number: head.number })} · ${time(head.at)}`],
    [
      'common.fingerprint',
      <span key="hash" className="hash">
        {head.treeHash}
      </span>,
    ],
  ] as const;
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Corrigenda({ edition }: { readonly edition: Edition }) {
  return (
    <ul className="bare">
      {edition.corrigenda.map(({ id, label, state }) => (
        <li key={id}>
          <Link to={editionAddress(id)}>{label}</Link> <EditionStateChip state={state} />
        </li>
      ))}
    </ul>
  );
}

function Chapters({
  sections,
  editionId,
}: {
  readonly sections: readonly OutlineSection[];
  readonly editionId: string;
}) {
  const t = useT();
  const { search } = useLocation();
  return (
    <table className="plain">
      <thead>
        <tr>
          {(['chapter', 'entries', 'changed', 'findings'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`edition.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sections.map((section) => {
          const all = flatten([section]);
          const first = all.find(isLeaf);
          const counts = countsOf(all);
          return (
            <tr key={section.key}>
              <td lang="zh-CN">
                {first === undefined ? (
                  headingOf(section)
                ) : (
                  <Link to={{ pathname: entryAddress(editionId, first.entry.serviceId), search }}>
                    {headingOf(section)}
                  </Link>
                )}
              </td>
              <td>{counts.all}</td>
              <td>{counts.changed}</td>
              <td>{counts.findings}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
