import { Link } from 'react-router-dom';
import type { ProblemDocument } from '../api/problem.ts';
import { entryAddress } from '../editions/address.ts';
import { useSentence, useT } from '../i18n/use-t.ts';
import './documents.css';

/** Which entries keep the table from being written, each with the way to it. */
export function MissingReasons({ problem }: { readonly problem: ProblemDocument }) {
  const t = useT();
  const sentence = useSentence();
  const { entries = [] } = problem;
  return (
    <div className="alert bad" role="alert">
      {/* A job that found it out names the rows in its sentence alone. */}
      {entries.length === 0 ? sentence(problem) : t('produced.missing', { count: entries.length })}
      {entries.length > 0 && (
        <ul className="missing-reasons" lang="zh-CN">
          {entries.map(({ name, editionId, serviceId }) => (
            <li key={`${name} ${serviceId ?? ''}`}>
              {serviceId === null ? name : <Link to={entryAddress(editionId, serviceId)}>{name}</Link>}
            </li>
          ))}
        </ul>
      )}
      <p className="small">{t('produced.missingHint')}</p>
    </div>
  );
}
