import { useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { Finding } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { useRight } from '../desk/use-me.ts';
import { entryAddress } from '../editions/address.ts';
import { headingOf } from '../editions/flatten.ts';
import { FindingAnswerDialog } from '../entries/FindingAnswerDialog.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import { FoundText } from './FoundText.tsx';
import { isFixable } from './groups.ts';
import type { Fixing } from './use-fixing.ts';
import { useFindingSentence } from './use-finding-sentence.ts';

interface Props {
  readonly finding: Finding;
  readonly editionId: string;
  readonly fixing: Fixing | null;
}

/** One finding: where, what it says, what stands there, and what may be done about it. */
export function FindingRow({ finding, editionId, fixing }: Props) {
  const t = useT();
  const sentence = useFindingSentence();
  const { answer, found, fix } = finding;
  return (
    <li>
      <span className="rule-place">
        <Place finding={finding} editionId={editionId} />
      </span>
      <span className="rule-what">
        {/* What the reading saw is said once, above. */}
        {finding.origin === 'proofreading' && sentence(finding)}{' '}
        <FoundText found={found} fix={fix ?? lostMark(finding)} />
        {answer !== null && <small> {answer}</small>}
      </span>
      <span className="rule-acts">
        {fixing?.isFixed(finding) === true ? (
          <Chip tone="ok">{t('proofread.inAmendment')}</Chip>
        ) : (
          <Acts finding={finding} editionId={editionId} fixing={fixing} />
        )}
      </span>
    </li>
  );
}

function Place({ finding: { entry, serviceId, provision, origin }, editionId }: Pick<Props, 'finding' | 'editionId'>) {
  const t = useT();
  const word = useWord();
  const { search } = useLocation();
  const amendment = new URLSearchParams(search).get('amendment');
  if (entry === null || serviceId === null) return <>{t('proofread.heading')}</>;
  const within = amendment === null ? '' : `?amendment=${amendment}`;
  const [pathname = '', hash = ''] = entryAddress(editionId, serviceId, provision).split('#');
  return (
    <>
      <Link to={{ pathname, search: within, hash }}>{entry}</Link>{' '}
      {provision === null ? origin === 'reading' && t('proofread.reading') : word('provision', provision)}
    </>
  );
}

/** Which heading a document lost, where no more is known of it than its number. */
function lostMark({ code, params: { kind, number } }: Finding): string | null {
  if (code !== 'reader.heading-lost' || typeof number !== 'string') return null;
  return kind === 'chapter' || kind === 'category' ? headingOf({ kind, number, title: '' }) : null;
}

function Acts({ finding, editionId, fixing }: Props) {
  const t = useT();
  const word = useWord();
  const mayAnswer = useRight('finding.answer');
  const [answering, setAnswering] = useState(false);
  if (finding.state !== 'open') return <Chip tone="ok">{word('findingState', finding.state)}</Chip>;
  return (
    <>
      {fixing !== null && isFixable(finding) && (
        <button
          type="button"
          className="quiet"
          disabled={fixing.pending}
          aria-label={t('proofread.fixNamed', { found: finding.found ?? '', fix: finding.fix ?? '' })}
          onClick={() => fixing.fix([finding])}
        >
          {t('proofread.fix')}
        </button>
      )}
      {mayAnswer && (
        <button type="button" className="quiet" onClick={() => setAnswering(true)}>
          {t('finding.answer')}
        </button>
      )}
      {answering && <FindingAnswerDialog finding={finding} editionId={editionId} onClose={() => setAnswering(false)} />}
    </>
  );
}
