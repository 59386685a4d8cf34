import type { Amendment } from '../../api/amendment-types.ts';
import { useRight } from '../../desk/use-me.ts';
import { useT } from '../../i18n/use-t.ts';
import { editConflicts } from './conflict-form.ts';
import { ResolveEdit } from './ResolveEdit.tsx';

/** Texts that another amendment changed as well since this one was drafted. */
export function ConflictsPanel({
  amendment,
  onResolved,
}: {
  readonly amendment: Amendment;
  readonly onResolved: () => void;
}) {
  const t = useT();
  const mayWrite = useRight('amendment.write') && amendment.relation !== 'reviewer';
  return (
    <section className="conflicts" aria-labelledby="conflicts">
      <h2 id="conflicts">{t('conflict.title')}</h2>
      <p className="soft">{t(mayWrite ? 'conflict.intro' : 'conflict.introOther')}</p>
      {editConflicts(amendment.edits, amendment.conflicts).map((conflict) => (
        <ResolveEdit
          key={conflict.edit.id}
          amendment={amendment}
          conflict={conflict}
          mayWrite={mayWrite}
          onResolved={onResolved}
        />
      ))}
    </section>
  );
}
