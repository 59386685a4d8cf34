import type { Amendment } from '../../api/amendment-types.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { isClosed } from '../states.ts';
import { ReopensNote } from './ReopensNote.tsx';

/** In the form of a text: what saving costs, or that it is too late to save; what was typed is still there to be copied. */
export function StandingNotice({ amendment }: { readonly amendment: Amendment }) {
  const t = useT();
  const word = useWord();
  if (isClosed(amendment)) {
    return (
      <div className="alert bad" role="alert">
        {t('editing.closedForm', { state: word('amendmentState', amendment.state) })}
      </div>
    );
  }
  return <ReopensNote amendment={amendment} />;
}
