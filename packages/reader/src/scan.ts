import {
  LABEL_COLON,
  PROVISION_KEYS,
  PROVISION_LABELS,
  TITLE_STOP,
  entryPath,
  type Finding,
  type ProvisionKey,
} from '@dingben/outline';
import type { Block, Leaf, ServiceBlock } from './blocks.ts';
import { editionOf } from './edition.ts';
import type { Paragraph } from './paragraphs.ts';
import { Findings } from './findings.ts';
import { isMarkHere, type Place } from './roles.ts';
import { shapeOf, type MarkShape, type Shape } from './shapes.ts';

/** What a scan of the paragraphs gives. `owners` says to which entry a source line belongs. */
export interface Scan {
  readonly title: string;
  readonly blocks: Block[];
  readonly findings: Finding[];
  readonly owners: Map<number, string>;
}

/** Goes through the paragraphs once, with two paragraphs of foresight. */
export function scan(paragraphs: readonly Paragraph[]): Scan {
  const scanner = new Scanner();
  paragraphs.forEach((paragraph, index) => {
    scanner.take(paragraph, [paragraphs[index + 1]?.text ?? '', paragraphs[index + 2]?.text ?? '']);
  });
  return scanner.finish();
}

class Scanner {
  private title: string | null = null;
  private readonly blocks: Block[] = [];
  private readonly findings = new Findings();
  private readonly owners = new Map<number, string>();
  private readonly numbers = new Set<number>();
  private lastService = 0;
  private service: ServiceBlock | null = null;
  private leaf: Leaf | null = null;
  private open: ProvisionKey | null = null;

  take(paragraph: Paragraph, following: Place['following']): void {
    this.findings.paragraph = paragraph;
    const shape = shapeOf(paragraph.text);
    if (this.title === null) {
      this.title = shape.type === 'plain' ? paragraph.text : '';
      if (shape.type === 'plain') return;
      this.findings.add('reader.title-missing', 'error');
    }
    if (shape.type === 'plain' && this.blocks.length === 0 && goesOnWithTitle(paragraph.text)) {
      this.title += paragraph.text;
      this.findings.add('reader.title-continued', 'info');
      return;
    }
    if (shape.type === 'label' && this.leaf !== null) this.takeLabel(shape, this.leaf, paragraph);
    else if (isMark(shape) && isMarkHere(shape, this.place(following))) this.takeMark(shape, paragraph);
    else this.takeText(paragraph);
    if (this.leaf !== null) this.owners.set(paragraph.line, this.leaf.path);
  }

  finish(): Scan {
    this.checkLeaf();
    if (this.title === null) this.findings.add('reader.title-missing', 'error', { line: 1 });
    return { title: this.title ?? '', blocks: this.blocks, findings: this.findings.list, owners: this.owners };
  }

  private place(following: Place['following']): Place {
    const { service, leaf, lastService } = this;
    return { service, leaf, lastService, following, provisionOpen: this.open !== null };
  }

  private takeLabel(shape: Extract<Shape, { type: 'label' }>, leaf: Leaf, paragraph: Paragraph): void {
    const { key, labelEnd, end } = shape;
    const found = paragraph.text.slice(0, labelEnd);
    if (leaf.texts.has(key)) {
      this.open = null;
      this.findings.add('reader.provision-duplicate', 'error', {
        entry: leaf.path,
        provision: key,
        ...this.findings.whole(),
      });
      return;
    }
    const context = { entry: leaf.path, provision: key };
    const label = PROVISION_LABELS[key];
    if (found !== label)
      this.findings.add('reader.label-variant', 'warning', {
        ...context,
        ...this.findings.range(0, labelEnd),
        fix: label,
      });
    const colon = paragraph.text.slice(labelEnd, end);
    if (colon !== LABEL_COLON)
      this.findings.add('reader.label-colon', 'info', {
        ...context,
        ...this.findings.range(labelEnd, end),
        fix: LABEL_COLON,
      });
    const later = PROVISION_KEYS.slice(PROVISION_KEYS.indexOf(key) + 1);
    if (later.some((other) => leaf.texts.has(other))) this.findings.add('reader.provision-order', 'warning', context);
    const text = paragraph.text.slice(end);
    if (text === '') this.findings.add('reader.provision-empty', 'error', context);
    leaf.texts.set(key, text);
    this.open = key;
  }

  private takeMark(shape: MarkShape, paragraph: Paragraph): void {
    const isEntry = shape.type === 'service' || shape.type === 'item';
    if (shape.type === 'item') this.closeItem();
    else this.closeService();
    const title = isEntry ? this.entryTitle(paragraph, shape.end) : paragraph.text.slice(shape.end);
    if (shape.type === 'service') this.openService(shape.value, title, paragraph);
    else if (shape.type === 'item' && this.service !== null) this.openItem(shape.value, title, paragraph, this.service);
    else if (shape.type === 'chapter' || shape.type === 'category') {
      this.blocks.push({ type: 'heading', kind: shape.type, value: shape.value, title, line: paragraph.line });
    }
    const entry = this.leaf === null ? {} : { entry: this.leaf.path };
    if (paragraph.text.slice(0, shape.end) !== shape.printed) {
      this.findings.add('reader.number-form', 'info', {
        ...entry,
        ...this.findings.range(0, shape.end),
        fix: shape.printed,
      });
    }
    if (title === '') this.findings.add('reader.title-missing', 'error', entry);
    if (isEntry && !paragraph.text.endsWith(TITLE_STOP)) {
      const end = paragraph.text.length;
      this.findings.add('reader.title-stop', 'info', { ...entry, ...this.findings.range(end, end), fix: TITLE_STOP });
    }
  }

  private entryTitle(paragraph: Paragraph, from: number): string {
    return paragraph.text.endsWith(TITLE_STOP)
      ? paragraph.text.slice(from, -TITLE_STOP.length)
      : paragraph.text.slice(from);
  }

  private openService(value: number, title: string, paragraph: Paragraph): void {
    const { line, blankBefore } = paragraph;
    const path = String(value);
    this.service = { type: 'service', number: path, title, path, line, blankBefore, texts: new Map(), items: [] };
    this.leaf = this.service;
    this.blocks.push(this.service);
    const expected = this.lastService + 1;
    if (this.numbers.has(value)) this.findings.add('reader.number-duplicate', 'error', { entry: path });
    else if (value < expected) this.findings.add('reader.number-order', 'error', { entry: path, params: { expected } });
    else if (value > expected)
      this.findings.add('reader.number-skipped', 'warning', { entry: path, params: { expected } });
    this.numbers.add(value);
    this.lastService = value;
  }

  private openItem(value: number, title: string, paragraph: Paragraph, service: ServiceBlock): void {
    const number = String(value);
    const path = entryPath({ number }, service);
    const expected = service.items.length + 1;
    if (service.items.some((item) => item.number === number))
      this.findings.add('reader.number-duplicate', 'error', { entry: path });
    else if (value !== expected)
      this.findings.add('reader.number-skipped', 'warning', { entry: path, params: { expected } });
    this.leaf = { number, title, path, line: paragraph.line, texts: new Map() };
    service.items.push(this.leaf);
  }

  /** A paragraph without a mark goes on with the open provision; where none is open nobody but a person can place it. */
  private takeText(paragraph: Paragraph): void {
    if (this.leaf !== null && this.open !== null) {
      this.leaf.texts.set(this.open, `${this.leaf.texts.get(this.open) ?? ''}\n${paragraph.text}`);
      this.findings.add('reader.paragraph-continued', 'info', { entry: this.leaf.path, provision: this.open });
      return;
    }
    this.findings.add('reader.paragraph-unplaced', 'error', this.findings.whole());
  }

  /** A service that turns out to have items has no provisions of its own to miss. */
  private closeItem(): void {
    if (this.leaf !== this.service) this.checkLeaf();
    this.open = null;
  }

  private closeService(): void {
    this.checkLeaf();
    this.leaf = null;
    this.service = null;
    this.open = null;
  }

  private checkLeaf(): void {
    if (this.leaf === null) return;
    const { path: entry, line, texts } = this.leaf;
    for (const provision of PROVISION_KEYS) {
      if (!texts.has(provision)) this.findings.add('reader.provision-missing', 'error', { entry, provision, line });
    }
  }
}

function isMark(shape: Shape): shape is MarkShape {
  return shape.type !== 'plain' && shape.type !== 'label';
}

/** The brackets that name the edition often begin a line of their own. */
function goesOnWithTitle(text: string): boolean {
  return text.startsWith('（') && text.endsWith('）') && editionOf(text) !== '';
}
