import type { ReactNode } from 'react';
import type { Entry, Reference } from '../../api/types.ts';
import { Chip } from '../../desk/Chip.tsx';
import { useT, useWord } from '../../i18n/use-t.ts';
import { CorrectButton } from './CorrectButton.tsx';
import { agesOf, amountOf, said, textOf } from './reading.ts';

interface Props {
  readonly entry: Entry;
  readonly references: readonly Reference[];
}

interface CorrectableProps extends Props {
  readonly editionId: string;
  readonly correctable: boolean;
}

interface Column {
  readonly label: string;
  readonly draw: (reference: Reference) => ReactNode;
}

/** References of one kind, a line each; nothing where there are none. */
function Readings({
  title,
  references,
  columns,
}: {
  title: string;
  references: readonly Reference[];
  columns: readonly Column[];
}) {
  if (references.length === 0) return null;
  return (
    <>
      <h3 className="label">{title}</h3>
      <table className="plain" aria-label={title}>
        <thead>
          <tr>
            {columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {references.map((reference) => (
            <tr key={`${reference.provision}-${reference.start}`}>
              {columns.map(({ label, draw }) => (
                <td key={label}>{draw(reference)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const chinese = (text: string) => <span lang="zh-CN">{text}</span>;

/** The agencies in their order, with what each is for. */
export function Agencies({ entry, references }: Props) {
  const t = useT();
  const columns = [
    { label: t('basis.agency'), draw: (agency: Reference) => chinese(textOf(entry, agency)) },
    {
      label: t('basis.part'),
      draw: (agency: Reference) => (
        <span className="row">
          {agency.data['lead'] === true && <Chip tone="plain">{t('basis.lead')}</Chip>}
          {said(agency, 'scope') !== '' && <small lang="zh-CN">{said(agency, 'scope')}</small>}
        </span>
      ),
    },
  ];
  return <Readings title={t('reference.agency')} references={references} columns={columns} />;
}

/** Who pays, and how. */
export function Funding({ entry, references }: Props) {
  const t = useT();
  const word = useWord();
  const role = (funding: Reference) => {
    const percent = said(funding, 'percent');
    const spoken = word('fundingRole', said(funding, 'role'), t('basis.noRole'));
    return [spoken, said(funding, 'terms'), percent === '' ? '' : `${percent}%`]
      .filter((part) => part !== '')
      .join(' · ');
  };
  const columns = [
    { label: t('basis.source'), draw: (funding: Reference) => chinese(textOf(entry, funding)) },
    { label: t('basis.role'), draw: role },
  ];
  return <Readings title={t('reference.funding')} references={references} columns={columns} />;
}

/** Whom the service is for. */
export function TargetGroups({ references }: Props) {
  const t = useT();
  const word = useWord();
  const traits = (group: Reference) => {
    const residence = said(group, 'residence');
    const ages = agesOf(group);
    return [residence === '' ? '' : word('residence', residence), ages === '' ? '' : t('basis.ages', { ages })]
      .filter((part) => part !== '')
      .join(' · ');
  };
  const columns = [
    {
      label: t('basis.who'),
      draw: (group: Reference) => chinese(said(group, 'name') === '' ? '—' : said(group, 'name')),
    },
    { label: t('basis.traits'), draw: traits },
    { label: t('basis.condition'), draw: (group: Reference) => chinese(said(group, 'condition')) },
  ];
  return <Readings title={t('reference.targetGroup')} references={references} columns={columns} />;
}

/** The amounts as they are written and as they were understood. */
export function Quantities({ entry, references, editionId, correctable }: CorrectableProps) {
  const t = useT();
  const word = useWord();
  const columns = [
    {
      label: t('entry.quantity'),
      draw: (quantity: Reference) => (
        <>
          {chinese(textOf(entry, quantity))}
          <br />
          <small>{word('provision', quantity.provision)}</small>
        </>
      ),
    },
    {
      label: t('basis.reading'),
      draw: (quantity: Reference) => (
        <span className="row">
          {chinese(amountOf(quantity))}
          {quantity.data['corrected'] === true && <Chip tone="ok">{t('basis.corrected')}</Chip>}
        </span>
      ),
    },
    ...(correctable
      ? [
          {
            label: t('basis.correct'),
            draw: (each: Reference) => <CorrectButton reference={each} {...{ entry, editionId }} />,
          },
        ]
      : []),
  ];
  return <Readings title={t('entry.quantities')} references={references} columns={columns} />;
}

/** Titles that are no regulation. */
export function Certificates({ entry, references, editionId, correctable }: CorrectableProps) {
  const t = useT();
  const word = useWord();
  const columns = [
    { label: t('basis.title'), draw: (certificate: Reference) => chinese(`《${said(certificate, 'title')}》`) },
    { label: t('entry.where'), draw: (certificate: Reference) => word('provision', certificate.provision) },
    ...(correctable
      ? [
          {
            label: t('basis.correct'),
            draw: (each: Reference) => <CorrectButton reference={each} {...{ entry, editionId }} />,
          },
        ]
      : []),
  ];
  return <Readings title={t('reference.certificate')} references={references} columns={columns} />;
}
