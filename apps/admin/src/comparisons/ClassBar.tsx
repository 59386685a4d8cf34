import { useState, type RefObject } from 'react';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import type { Comparison } from '../api/types.ts';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import type { ChangePosition } from '../desk/use-change-keys.ts';
import { useRight } from '../desk/use-me.ts';
import { useT } from '../i18n/use-t.ts';
import { useShortcuts } from '../layout/use-shortcuts.ts';
import type { ComparisonView } from './address.ts';
import { isClassable, isPlain, isUnconfirmed } from './rows.ts';
import { useConfirm } from './use-confirm.ts';

interface Props {
  readonly comparison: Comparison;
  readonly view: ComparisonView;
  readonly root: RefObject<HTMLElement | null>;
  readonly position: ChangePosition;
}

/** How far the classes are confirmed, the keys that go on, what can be confirmed at once, and the notes that count them. */
export function ClassBar({ comparison, view, root, position }: Props) {
  const t = useT();
  const may = useRight('class.confirm');
  const changes = comparison.entries.filter(isClassable);
  const waiting = changes.filter(isUnconfirmed).length;
  const { confirmCurrent, correctCurrent } = useCurrent(root, position);
  useShortcuts(may ? { c: confirmCurrent, e: correctCurrent } : {});
  if (changes.length === 0) return null;
  const { before, after } = view;
  return (
    <div className="view-bar class-bar no-print" role="group" aria-label={t('classes.bar')}>
      <span role="status">
        {waiting === 0
          ? t('classes.allConfirmed', { total: changes.length })
          : t('classes.progress', { done: changes.length - waiting, total: changes.length })}
      </span>
      {may && waiting > 0 && (
        <span className="step-hint soft small">
          <button type="button" onClick={confirmCurrent} aria-keyshortcuts="C">
            <kbd>C</kbd> {t('classes.next')}
          </button>
          <button type="button" onClick={correctCurrent} aria-keyshortcuts="E">
            <kbd>E</kbd> {t('classes.correctKey')}
          </button>
        </span>
      )}
      {may && <Bulk comparison={comparison} />}
      <Button
        component={Link}
        to={`/comparisons/notes?${new URLSearchParams({ before, after }).toString()}`}
        size="small"
      >
        {t('classes.notes')}
      </Button>
    </div>
  );
}

/** Acts on the row that J and K have reached; on the first one where they have reached none. */
function useCurrent(root: RefObject<HTMLElement | null>, { at, next }: ChangePosition) {
  const press = (selector: string): boolean => {
    const button = root.current?.querySelector<HTMLButtonElement>(`[data-current] ${selector}`);
    button?.click();
    return button !== null && button !== undefined;
  };
  return {
    confirmCurrent: () => {
      if (at === 0) next();
      // Where nothing is proposed a person has to say what it is.
      else if (press('[data-confirm]') || root.current?.querySelector('[data-current] [data-confirmed=true]') !== null)
        next();
      else press('[data-correct]');
    },
    correctCurrent: () => {
      if (at === 0) next();
      press('[data-correct]');
    },
  };
}

/** Confirms at once what needs no second look. */
function Bulk({ comparison }: { readonly comparison: Comparison }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { confirm, pending, problem } = useConfirm();
  const plain = comparison.entries.filter(isPlain);
  if (plain.length === 0 && !asking) return null;
  const close = () => setAsking(false);
  return (
    <>
      <Button size="small" variant="outlined" onClick={() => setAsking(true)}>
        {t('classes.bulk', { count: plain.length })}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('classes.bulkTitle', { count: plain.length })}
          confirm={t('classes.confirm')}
          pending={pending}
          problem={problem}
          blocked={plain.length === 0}
          onClose={close}
          onConfirm={() => {
            void confirm(plain.map((entry) => ({ entry, classes: entry.classesProposed }))).then((taken) => {
              if (taken) close();
            });
          }}
        >
          <p>{t('classes.bulkHint')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
