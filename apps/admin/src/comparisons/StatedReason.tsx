import { useCallback, useState } from 'react';
import type { StatedReason as Stated } from '../api/types.ts';
import { useRight } from '../desk/use-me.ts';
import { useT } from '../i18n/use-t.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { StatedWords } from './StatedWords.tsx';

interface Props {
  readonly change: string;
  readonly stated: Stated | null;
  /** What changed, as a person calls it. */
  readonly name: string;
}

/** Why something changed that no amendment speaks of: who said it, and the way to say it. */
export function StatedReason({ change, stated, name }: Props) {
  const t = useT();
  const may = useRight('class.confirm');
  const [asking, setAsking] = useState(false);
  const close = useCallback(() => setAsking(false), []);
  return (
    <div className="stated-reason">
      {stated === null ? <span className="soft">{t('reasons.missing')}</span> : <StatedWords stated={stated} />}
      {may && (
        <button
          type="button"
          className="act no-print"
          aria-label={t(stated === null ? 'reasons.stateOf' : 'reasons.changeOf', { name })}
          onClick={() => setAsking(true)}
        >
          {t(stated === null ? 'reasons.state' : 'reasons.change')}
        </button>
      )}
      {asking && <ReasonDialog change={change} stated={stated} name={name} onClose={close} />}
    </div>
  );
}
