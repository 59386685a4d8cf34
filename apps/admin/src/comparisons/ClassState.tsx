import type { ComparedEntry } from '../api/types.ts';
import { ProblemAlert } from '../desk/ProblemAlert.tsx';
import { useRight } from '../desk/use-me.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { Evidence } from './Evidence.tsx';
import { useConfirm } from './use-confirm.ts';

interface Props {
  readonly entry: ComparedEntry;
  readonly change: string;
  readonly onCorrect: () => void;
}

/** Why the classes of a change are proposed, who confirmed them, and the way to do so. */
export function ClassState({ entry, onCorrect }: Props) {
  const t = useT();
  const word = useWord();
  const { date, list } = useFormat();
  const may = useRight('class.confirm');
  const { confirm, pending, problem } = useConfirm();
  const { classes, classesProposed, confirmation, outdated } = entry;
  const number = (entry.after ?? entry.before)?.number ?? '';
  const words = (names: readonly string[]) =>
    names.length === 0 ? t('classes.none') : list(names.map((name) => word('changeClass', name, name)));
  const differs = classes.join() !== classesProposed.join();
  return (
    <div className="class-state" data-confirmed={confirmation !== null}>
      <Evidence entry={entry} />
      {differs && <small className="soft">{t('classes.instead', { classes: words(classesProposed) })}</small>}
      {confirmation === null && outdated !== null && (
        <small className="warn-text">
          {t('classes.outdated', { name: outdated.by.name, classes: words(outdated.classes) })}
        </small>
      )}
      {confirmation === null && !entry.certain && classesProposed.length > 0 && (
        <small className="warn-text">{t('classes.uncertain')}</small>
      )}
      {confirmation !== null && (
        <small className="soft">
          ✓ {t('classes.confirmed', { name: confirmation.by.name, date: date(confirmation.at) })}
        </small>
      )}
      <span className="class-acts">
        {confirmation === null && <small className="soft">{t('classes.unconfirmed')}</small>}
        {may && (
          <>
            {confirmation === null && classesProposed.length > 0 && (
              <button
                type="button"
                className="act no-print"
                data-confirm
                aria-label={t('classes.confirmEntry', { number })}
                disabled={pending}
                onClick={() => void confirm([{ entry, classes: classesProposed }])}
              >
                {t('classes.confirm')}
              </button>
            )}
            <button
              type="button"
              className="act no-print"
              data-correct
              aria-label={t('classes.correctEntry', { number })}
              onClick={onCorrect}
            >
              {t('classes.correct')}
            </button>
          </>
        )}
      </span>
      <ProblemAlert problem={problem} />
    </div>
  );
}
