import { useQuery } from '@tanstack/react-query';
import { correctionsQuery } from '../../api/queries.ts';
import type { Correction, Entry } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { amountOf, said } from './reading.ts';

/** Who corrected what was read in this text, when and why; the newest first. */
export function CorrectionLog({ entry, editionId }: { readonly entry: Entry; readonly editionId: string }) {
  const t = useT();
  const { date } = useFormat();
  const spoken = useSpoken();
  const list = useQuery(correctionsQuery(editionId, entry.serviceId)).data;
  if (list === undefined || list.items.length === 0 || list.contentHash !== entry.revision.contentHash) return null;
  return (
    <details>
      <summary>{t('basis.log', { count: list.items.length })}</summary>
      <ul className="timeline">
        {[...list.items].reverse().map((correction) => (
          <li key={correction.number} className="line">
            <div>
              <div lang="zh-CN">
                {entry.provisions?.[correction.provision].slice(correction.start, correction.end)} →{' '}
                {spoken(correction)}
              </div>
              <div lang="zh-CN">{correction.reason}</div>
              <small>
                {correction.by.name} · {date(correction.at)}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function useSpoken(): (correction: Correction) => string {
  const t = useT();
  const word = useWord();
  return ({ kind, to }) => {
    if (to === null) return word('verdict', `${kind}.nothing`);
    if (to.kind === 'quantity') return amountOf(to);
    if (to.kind === 'certificate') return word('verdict', 'citation.not-regulation');
    const [title, number] = [said(to, 'title'), said(to, 'number')];
    return `${title === '' ? '' : `《${title}》`}${number === '' ? t('entry.noNumber') : number}`;
  };
}
