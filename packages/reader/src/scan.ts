import { TITLE_STOP, entryPath, type Finding } from '@dingben/outline';
import type { Block, ServiceBlock } from './blocks.ts';
import { editionOf } from './edition.ts';
import { Findings } from './findings.ts';
import { LeafTexts } from './leaf-texts.ts';
import type { Paragraph } from './paragraphs.ts';
import { markHere, startsEntry, type Place } from './roles.ts';
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
  const scanner = new Scanner(entryNumbers(paragraphs));
  paragraphs.forEach((paragraph, index) => {
    scanner.take(paragraph, followingOf(paragraphs, index));
  });
  return scanner.finish();
}

function followingOf(paragraphs: readonly Paragraph[], index: number): Place['following'] {
  return [paragraphs[index + 1]?.text ?? '', paragraphs[index + 2]?.text ?? ''];
}

/** The numbers of the services that surely stand in the text. */
function entryNumbers(paragraphs: readonly Paragraph[]): ReadonlySet<number> {
  const numbers = new Set<number>();
  paragraphs.forEach(({ text }, index) => {
    const shape = shapeOf(text);
    const [next, afterNext] = followingOf(paragraphs, index);
    if (shape.type === 'service' && startsEntry(shapeOf(next), shapeOf(afterNext))) numbers.add(shape.value);
  });
  return numbers;
}

class Scanner {
  private title: string | null = null;
  private readonly blocks: Block[] = [];
  private readonly findings = new Findings();
  private readonly owners = new Map<number, string>();
  private readonly numbers = new Set<number>();
  private readonly certainNumbers: ReadonlySet<number>;
  private lastService = 0;
  private lastChapter = 0;
  private service: ServiceBlock | null = null;
  /** The service or item that is being read. */
  private current: LeafTexts | null = null;

  constructor(certainNumbers: ReadonlySet<number>) {
    this.certainNumbers = certainNumbers;
  }

  take(paragraph: Paragraph, following: Place['following']): void {
    this.findings.paragraph = paragraph;
    const shape = shapeOf(paragraph.text);
    if (this.takeTitle(paragraph, shape)) return;
    const mark = isMark(shape) ? markHere(shape, this.place(paragraph.text, following)) : null;
    if (shape.type === 'label' && this.isEntryLost(shape, following)) this.openLost(paragraph);
    if (shape.type === 'label' && this.current !== null) this.current.takeLabel(shape, paragraph);
    else if (mark !== null) this.takeMark(mark, paragraph);
    else if (this.current?.takeText(paragraph.text) !== true)
      this.findings.add('reader.paragraph-unplaced', 'error', this.findings.whole());
    if (this.current !== null) this.owners.set(paragraph.line, this.current.leaf.path);
  }

  finish(): Scan {
    this.current?.check();
    if (this.title === null) this.findings.add('reader.title-missing', 'error', { line: 1 });
    return { title: this.title ?? '', blocks: this.blocks, findings: this.findings.list, owners: this.owners };
  }

  private place(text: string, following: Place['following']): Place {
    const { service, current, lastService, lastChapter } = this;
    return {
      service,
      leaf: current?.leaf ?? null,
      provisionOpen: current?.isOpen === true,
      lastService,
      lastChapter,
      hasDigits: this.certainNumbers.size > 0,
      endsWithStop: text.endsWith(TITLE_STOP),
      following,
    };
  }

  /** The first line, whatever it says, unless it is numbered or marks an annex; and the brackets after it. */
  private takeTitle({ text }: Paragraph, shape: Shape): boolean {
    const isPlain = shape.type === 'plain' || (isMark(shape) && shape.isWeak);
    if (this.title === null) {
      if (isPlain && isAnnexMark(text)) {
        this.findings.add('reader.annex-mark', 'info', this.findings.whole());
        return true;
      }
      this.title = isPlain ? text : '';
      if (!isPlain) this.findings.add('reader.title-missing', 'error');
      return isPlain;
    }
    if (!isPlain || this.blocks.length > 0 || editionOf(this.title) !== '' || !goesOnWithTitle(text)) return false;
    this.title += text;
    this.findings.add('reader.title-continued', 'info');
    return true;
  }

  /** The first two labels come after a heading, or again after the last: the line of an entry is missing, and its number is free. */
  private isEntryLost(label: Extract<Shape, { type: 'label' }>, [next]: Place['following']): boolean {
    const { current, service } = this;
    if (label.key !== 'targetGroup' || this.certainNumbers.has(this.lastService + 1)) return false;
    const follows = shapeOf(next);
    if (follows.type !== 'label' || follows.key !== 'content') return false;
    if (current === null || service === null) return this.blocks.length > 0;
    return service.items.length === 0 && current.has('targetGroup') && current.has('leadAgency');
  }

  private openLost(paragraph: Paragraph): void {
    this.closeService();
    this.openService(this.lastService + 1, '', paragraph);
    this.findings.add('reader.entry-lost', 'error', { entry: String(this.lastService) });
  }

  private takeMark(mark: MarkShape, paragraph: Paragraph): void {
    const isEntry = mark.type === 'service' || mark.type === 'item';
    if (mark.type === 'item') this.closeItem();
    else this.closeService();
    const { text, line } = paragraph;
    const title =
      isEntry && text.endsWith(TITLE_STOP) ? text.slice(mark.end, -TITLE_STOP.length) : text.slice(mark.end);
    if (mark.type === 'service') this.openService(mark.value, title, paragraph);
    else if (mark.type === 'item' && this.service !== null) this.openItem(mark.value, title, paragraph, this.service);
    else if (mark.type === 'chapter' || mark.type === 'category') {
      this.blocks.push({ type: 'heading', kind: mark.type, value: mark.value, title, line });
      if (mark.type === 'chapter') this.lastChapter = mark.value;
    }
    const entry = this.current === null ? {} : { entry: this.current.leaf.path };
    if (text.slice(0, mark.end) !== mark.printed) {
      const range = this.findings.range(0, mark.end);
      this.findings.add('reader.number-form', 'info', { ...entry, ...range, fix: mark.printed });
    }
    if (title === '') this.findings.add('reader.title-missing', 'error', entry);
    if (isEntry && !text.endsWith(TITLE_STOP)) {
      const end = text.length;
      this.findings.add('reader.title-stop', 'info', { ...entry, ...this.findings.range(end, end), fix: TITLE_STOP });
    }
  }

  private openService(value: number, title: string, paragraph: Paragraph): void {
    const { line, blankBefore } = paragraph;
    const path = String(value);
    this.service = { type: 'service', number: path, title, path, line, blankBefore, texts: new Map(), items: [] };
    this.current = new LeafTexts(this.service, this.findings);
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
    const leaf = { number, title, path, line: paragraph.line, texts: new Map() };
    this.current = new LeafTexts(leaf, this.findings);
    service.items.push(leaf);
  }

  /** A service that turns out to have items has no provisions of its own to miss. */
  private closeItem(): void {
    if (this.current?.leaf !== this.service) this.current?.check();
  }

  private closeService(): void {
    this.current?.check();
    this.current = null;
    this.service = null;
  }
}

function isMark(shape: Shape): shape is MarkShape {
  return shape.type !== 'plain' && shape.type !== 'label';
}

/** The brackets that name the edition end the title, often on a line of their own. */
function goesOnWithTitle(text: string): boolean {
  return text.endsWith('）') && editionOf(text) !== '';
}

/** 附件 or 附件2, alone on its line above the title. */
function isAnnexMark(text: string): boolean {
  return /^附件\d{0,2}[:：]?$/.test(text);
}
