import Button from '@mui/material/Button';
import type { Amendment } from '../../api/amendment-types.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { whatChanged, type Change } from './what-changed.ts';

interface Props {
  readonly seen: Amendment;
  readonly now: Amendment;
  readonly onAccept: () => void;
}

/** Others changed the amendment while it was being read: says what, and leaves it to the reader when to go over. */
export function NewerNotice({ seen, now, onAccept }: Props) {
  const t = useT();
  const sentence = useChangeSentence();
  return (
    <div className="alert warn newer" role="alert">
      <b>{t('review.newer')}</b>
      <ul>
        {whatChanged(seen, now).map((change) => (
          <li key={JSON.stringify(change)}>{sentence(change)}</li>
        ))}
      </ul>
      <div className="row">
        <Button variant="contained" onClick={onAccept}>
          {t('review.newerAccept')}
        </Button>
        <span className="soft small">{t('review.newerHint')}</span>
      </div>
    </div>
  );
}

function useChangeSentence(): (change: Change) => string {
  const t = useT();
  const word = useWord();
  return (change) => {
    if (change.code === 'state') {
      return t('changed.state', { from: word('amendmentState', change.from), to: word('amendmentState', change.to) });
    }
    return t(`changed.${change.code}`, 'entry' in change ? { entry: change.entry } : {});
  };
}
