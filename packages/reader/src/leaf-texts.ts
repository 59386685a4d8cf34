import { LABEL_COLON, PROVISION_KEYS, PROVISION_LABELS, TITLE_STOP, type ProvisionKey } from '@dingben/outline';
import type { Leaf } from './blocks.ts';
import type { Findings } from './findings.ts';
import { hasUnknownLabel, labelAt, type Label } from './labels.ts';

/** Collects the provisions of one service or item, paragraph by paragraph, and says what is wrong with them. */
export class LeafTexts {
  readonly leaf: Leaf;
  private open: ProvisionKey | null = null;
  /** The last paragraph of the open provision. */
  private last = '';
  private readonly labelLines = new Map<ProvisionKey, number>();
  private readonly findings: Findings;

  constructor(leaf: Leaf, findings: Findings) {
    this.leaf = leaf;
    this.findings = findings;
  }

  get isOpen(): boolean {
    return this.open !== null;
  }

  has(key: ProvisionKey): boolean {
    return this.leaf.texts.has(key);
  }

  takeLabel({ key, labelEnd, end }: Label, paragraph: { readonly text: string; readonly line: number }): void {
    const { texts, path: entry } = this.leaf;
    const context = { entry, provision: key };
    if (texts.has(key)) {
      this.open = null;
      this.findings.add('reader.provision-duplicate', 'error', { ...context, ...this.findings.whole() });
      return;
    }
    const { text, line } = paragraph;
    const fix = PROVISION_LABELS[key];
    if (text.slice(0, labelEnd) !== fix)
      this.findings.add('reader.label-variant', 'warning', { ...context, ...this.findings.range(0, labelEnd), fix });
    if (text.slice(labelEnd, end) !== LABEL_COLON) {
      const range = this.findings.range(labelEnd, end);
      this.findings.add('reader.label-colon', 'info', { ...context, ...range, fix: LABEL_COLON });
    }
    const later = PROVISION_KEYS.slice(PROVISION_KEYS.indexOf(key) + 1);
    if (later.some((other) => texts.has(other))) this.findings.add('reader.provision-order', 'warning', context);
    const again = labelAt(text, end);
    const from = again?.key === key ? again.end : end;
    if (from > end)
      this.findings.add('reader.label-doubled', 'warning', { ...context, ...this.findings.range(end, from), fix: '' });
    this.last = text.slice(from);
    texts.set(key, this.last);
    this.labelLines.set(key, line);
    this.open = key;
  }

  /**
   * A paragraph without a mark goes on with the open provision.
   *
   * @returns false where none is open, or it has ended: the agency is named in one sentence, what follows it is something else.
   */
  takeText(text: string): boolean {
    const provision = this.open;
    if (provision === null) return false;
    const { texts, path: entry } = this.leaf;
    const before = texts.get(provision) ?? '';
    const isUnknown = hasUnknownLabel(text);
    if (provision === 'leadAgency' && this.last.endsWith(TITLE_STOP) && !isUnknown) return false;
    texts.set(provision, before === '' ? text : `${before}\n${text}`);
    this.last = text;
    const context = { entry, provision };
    if (isUnknown) this.findings.add('reader.label-unknown', 'warning', context);
    else if (before !== '') this.findings.add('reader.paragraph-continued', 'info', context);
    if (before === '') {
      const fix = PROVISION_LABELS[provision] + LABEL_COLON;
      this.findings.add('reader.label-apart', 'info', { ...context, ...this.findings.range(0, 0), fix });
    }
    return true;
  }

  check(): void {
    const { path: entry, line: entryLine, texts } = this.leaf;
    for (const provision of PROVISION_KEYS) {
      const line = this.labelLines.get(provision) ?? entryLine;
      if (!texts.has(provision)) this.findings.add('reader.provision-missing', 'error', { entry, provision, line });
      else if (texts.get(provision) === '')
        this.findings.add('reader.provision-empty', 'error', { entry, provision, line });
    }
  }
}
