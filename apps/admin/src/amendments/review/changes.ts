import { PROVISION_KEYS } from '@dingben/outline';
import { diffText } from '@dingben/text-diff';
import type { Edit, RevisionText } from '../../api/amendment-types.ts';
import type { ProvisionKey, Segment } from '../../api/types.ts';

export type TextField = 'title' | ProvisionKey;

/** One text that an edit changes. */
export interface TextChange {
  readonly field: TextField;
  readonly segments: readonly Segment[];
}

export interface ChipText {
  readonly name: string;
  /** Ratios of the amounts behind 提高标准 and 降低标准. */
  readonly ratios: readonly number[];
}

/** What the entry is called, before or after. */
export function titleOf({ base, current, proposed }: Pick<Edit, 'base' | 'current' | 'proposed'>): string {
  return (proposed ?? current ?? base)?.title ?? '';
}

/** The texts that an edit changes, in the order of the official document. */
export function textChanges({ kind, base, current, proposed }: Edit): TextChange[] {
  if (kind === 'move') return [];
  if (kind === 'remove') return between(base ?? current, null);
  return between(kind === 'add' ? null : base, proposed);
}

/** Fields whose texts differ; a side that is null has none. */
export function between(before: RevisionText | null, after: RevisionText | null): TextChange[] {
  const fields: readonly TextField[] = ['title', ...PROVISION_KEYS];
  return fields.flatMap((field) => {
    const [old, now] = [fieldOf(before, field), fieldOf(after, field)];
    // The heading already says the title of what is added or removed whole.
    if (old === now || (field === 'title' && (before === null || after === null))) return [];
    return [{ field, segments: diffText(old, now) }];
  });
}

/** A provision as it was published, as the draft has it and as it is proposed. */
export interface ThreeWay {
  readonly published: string;
  readonly draft: readonly Segment[];
  readonly proposed: readonly Segment[];
}

/**
 * What became of a text on its way; null where the draft still says what was published, so that two texts tell all.
 *
 * @param closed decided: what the edit started from stands for the draft.
 */
export function threeWay(
  { kind, published, base, current, proposed }: Edit,
  closed: boolean,
  field: TextField,
): ThreeWay | null {
  if (kind !== 'revise' || published === undefined || published === null) return null;
  const draft = fieldOf(closed ? base : (current ?? base), field);
  const [first, last] = [fieldOf(published, field), fieldOf(proposed, field)];
  return first === draft ? null : { published: first, draft: diffText(first, draft), proposed: diffText(draft, last) };
}

export function fieldOf(text: RevisionText | null, field: TextField): string {
  if (text === null) return '';
  return field === 'title' ? text.title : (text.provisions?.[field] ?? '');
}

/** Class chips of an edit. Added, removed and moved are said by the kind of the edit already. */
export function chipsOf({ classes, quantities, base, proposed }: Edit): ChipText[] {
  const inStandard = quantities.filter(
    ({ before, after }) => fieldOf(base, 'standard').includes(before) && fieldOf(proposed, 'standard').includes(after),
  );
  const ratios = inStandard.flatMap(({ ratio }) => (ratio === null ? [] : [ratio]));
  return classes
    .filter((name) => !['新增', '取消', '移位'].includes(name))
    .map((name) => ({
      name,
      ratios:
        name === '提高标准'
          ? ratios.filter((one) => one > 1)
          : name === '降低标准'
            ? ratios.filter((one) => one < 1)
            : [],
    }));
}
