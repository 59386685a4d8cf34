import type { ProvisionKey, Provisions } from '@dingben/outline';
import { mentionsOf, type Mention, type Reference, type ReferenceKind } from '@dingben/references';

/** A text to compare, with what was read in it where that is kept: else it is read as far as the difference asks. */
export interface ComparableText {
  readonly provisions: Provisions;
  readonly references?: readonly Omit<Reference, 'ordinal'>[];
}

/** One side's provisions; all empty where the entry does not exist. */
export type Texts = Readonly<Record<ProvisionKey, string>>;

const NO_TEXT: Texts = { targetGroup: '', content: '', standard: '', funding: '', leadAgency: '' };

/** One side of an entry: its provisions and what they mention. */
export class Side {
  readonly texts: Texts;
  readonly #kept: ComparableText['references'];
  readonly #read = new Map<string, readonly Mention[]>();

  constructor(text: ComparableText | null) {
    this.texts = text?.provisions ?? NO_TEXT;
    this.#kept = text === null ? [] : text.references;
  }

  /** In the order of the text. */
  mentions(kind: ReferenceKind, provision: ProvisionKey): readonly Mention[] {
    if (this.#kept !== undefined) return among(this.#kept, kind, provision);
    const name = `${kind} ${provision}`;
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    const found = mentionsOf(kind, provision, this.texts[provision]);
    this.#read.set(name, found);
    return found;
  }
}

function among<R extends Pick<Reference, 'kind' | 'provision'>>(
  references: readonly R[],
  kind: ReferenceKind,
  provision: ProvisionKey,
): R[] {
  const found: R[] = [];
  for (const one of references) if (one.kind === kind && one.provision === provision) found.push(one);
  return found;
}
