import type { ComparedEntry } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { ClassChip } from '../desk/ClassChip.tsx';
import { useT } from '../i18n/use-t.ts';

/** Said by the kinds of change already. */
const SAID: readonly string[] = ['新增', '取消', '移位'];

/** What kind of change it is, with by how much where amounts say so. */
export function ClassChips({ entry }: { readonly entry: ComparedEntry }) {
  const t = useT();
  const { changes, classes } = entry;
  const said = ['added', 'removed', 'moved'].filter((kind) => changes.some((one) => one === kind)).length;
  const shown = classes.filter((name) => !SAID.includes(name) || said === 0);
  if (entry.change !== null && classes.length === 0) return <Chip tone="warn">{t('classes.none')}</Chip>;
  return shown.map((name) => <ClassChip key={name} name={name} ratios={ratiosOf(entry, name)} />);
}

function ratiosOf({ evidence, quantities }: ComparedEntry, name: string): number[] {
  if (name !== '提高标准' && name !== '降低标准') return [];
  const shown = evidence.filter((one) => one.class === name);
  return quantities.flatMap(({ before, after, provision, ratio }) => {
    const proves = shown.some(
      (one) => one.provision === provision && one.before?.text === before && one.after?.text === after,
    );
    return ratio !== null && proves ? [ratio] : [];
  });
}
