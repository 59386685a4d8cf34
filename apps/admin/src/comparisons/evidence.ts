import type { ComparedEntry } from '../api/types.ts';

/** Said of all that differs in a provision, which stands beside. */
export const WHOLE: readonly string[] = ['调整支出责任', '调整牵头单位', '规范表述', '格式'];

/** The one class stands above already, so that its evidence need not name it. */
export function isOfOneClass({ classes, evidence }: Pick<ComparedEntry, 'classes' | 'evidence'>): boolean {
  return classes.length === 1 && evidence.every((one) => one.class === classes[0]);
}

/** Their names say where they are. */
const PLACED: Readonly<Record<string, string>> = { 调整支出责任: 'funding', 调整牵头单位: 'leadAgency' };

/** The evidence that says more than the class and the texts beside it: one class of all that differs is clear without any. */
export function evidenceOf(entry: Pick<ComparedEntry, 'classes' | 'evidence' | 'certain'>): ComparedEntry['evidence'] {
  const isClear = isOfOneClass(entry) && entry.certain;
  return entry.evidence.filter(
    (one) =>
      one.provision !== undefined && PLACED[one.class] !== one.provision && !(isClear && WHOLE.includes(one.class)),
  );
}
