import { useT } from '../i18n/use-t.ts';
import type { ChangePosition } from './use-change-keys.ts';
import './reading.css';

/** Which change of how many, and the keys that go on; the keys are buttons too. */
export function StepHint({ position, count }: { readonly position: ChangePosition; readonly count: number }) {
  const t = useT();
  if (count === 0) return null;
  return (
    <span className="step-hint soft small">
      <span role="status">
        {position.at === 0 ? t('steps.count', { count }) : t('steps.position', { at: position.at, count })}
      </span>
      <button type="button" onClick={position.next} aria-keyshortcuts="J">
        <kbd>J</kbd> {t('steps.next')}
      </button>
      <button type="button" onClick={position.previous} aria-keyshortcuts="K">
        <kbd>K</kbd> {t('steps.previous')}
      </button>
    </span>
  );
}
