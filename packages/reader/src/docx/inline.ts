import { Fragment } from './fragment.ts';
import { isInContents, type NoteKind, type Story } from './story.ts';
import { symbolOf } from './symbols.ts';
import { childNamed, descendants, elementsOf, isOn, textOf, valueOf } from './walk.ts';
import type { XmlElement } from './xml.ts';

/** Properties: they hold no text of the document. */
const PROPERTIES = new Set(['w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:sectPr', 'w:tblPr', 'w:tcPr', 'w:trPr']);
const PICTURES = new Set(['a:blip', 'v:imagedata', '?:chart', '?:relIds', '?:OLEObject']);
const NOTES: Readonly<Record<string, NoteKind>> = {
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'endnote',
  'w:commentReference': 'comment',
};
const NOTE_SEVERITIES = { footnote: 'warning', endnote: 'warning', comment: 'info' } as const;

/** Collects the text of one paragraph, soft line breaks as line feeds, and what is to be said of it. */
export class Inline {
  text = '';
  hidden = '';
  isContents = false;
  readonly asides = new Fragment();
  readonly boxes: Fragment[] = [];
  private readonly story: Story;
  private readonly isStyleHidden: boolean;

  constructor(story: Story, isStyleHidden: boolean) {
    this.story = story;
    this.isStyleHidden = isStyleHidden;
  }

  /** Everything within an element, a paragraph or a run of one. */
  read(element: XmlElement, isHidden = this.isStyleHidden): void {
    this.isContents ||= isInContents(this.story);
    for (const child of elementsOf(element)) {
      if (PROPERTIES.has(child.name)) continue;
      if (child.name === 'w:r') this.read(child, this.isRunHidden(child));
      else if (child.name === 'w:ruby') this.readRuby(child, isHidden);
      else if (!this.readPiece(child, isHidden)) this.read(child, isHidden);
    }
  }

  private isRunHidden(run: XmlElement): boolean {
    const properties = childNamed(run, 'w:rPr');
    const style = valueOf(properties, 'w:rStyle');
    // Hiding is a toggle: a hidden style within a hidden style shows (ISO/IEC 29500-1, 17.7.3).
    return isOn(properties, 'w:vanish') ?? this.isStyleHidden !== this.story.styles.isHidden(style);
  }

  /** @returns whether the element was one of those that stand for something themselves. */
  private readPiece(piece: XmlElement, isHidden: boolean): boolean {
    switch (piece.name) {
      case 'w:t':
      case 'm:t':
      case 'w:delText':
        this.put(shownText(piece), isHidden || piece.name === 'w:delText');
        return true;
      case 'w:tab':
      case 'w:ptab':
        this.put('\t', isHidden);
        return true;
      case 'w:br':
      case 'w:cr':
        this.put('\n', isHidden);
        return true;
      case 'w:noBreakHyphen':
        this.generate('-', isHidden);
        return true;
      case 'w:sym':
        this.putSymbol(piece, isHidden);
        return true;
      case 'w:fldChar':
        this.turnField(piece.attributes['w:fldCharType'] ?? '');
        return true;
      case 'w:instrText':
        this.instruct(textOf(piece));
        return true;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.readDrawing(piece);
        return true;
      default:
        return this.readNote(piece);
    }
  }

  private put(text: string, isHidden: boolean): void {
    if (isHidden || this.story.fields.some((field) => !field.isResult)) this.hidden += text;
    else this.text += text;
  }

  private generate(text: string, isHidden: boolean): void {
    this.story.countGenerated(text);
    this.put(text, isHidden);
  }

  private putSymbol(symbol: XmlElement, isHidden: boolean): void {
    const { 'w:font': font = '', 'w:char': char = '' } = symbol.attributes;
    const code = /^[0-9a-fA-F]{1,4}$/.test(char) ? Number.parseInt(char, 16) : 0;
    const known = symbolOf(font, code) ?? (code > 0x20 && code < 0xe000 ? String.fromCharCode(code) : null);
    if (known !== null) this.generate(known, isHidden);
    else this.asides.add('reader.symbol-unknown', 'error', { params: { font, char } });
  }

  private turnField(turn: string): void {
    const { fields } = this.story;
    const last = fields.at(-1);
    if (turn === 'begin') fields.push({ instruction: '', isResult: false });
    if (turn === 'separate' && last !== undefined) last.isResult = true;
    if (turn === 'end') fields.pop();
    this.isContents ||= isInContents(this.story);
  }

  private instruct(instruction: string): void {
    const last = this.story.fields.at(-1);
    if (last !== undefined) last.instruction += instruction;
  }

  private readNote(reference: XmlElement): boolean {
    const kind = NOTES[reference.name];
    if (kind === undefined) return false;
    const note = this.story.takeNote(kind, reference.attributes['w:id'] ?? '');
    if (note !== null) addNote(this.asides, kind, note);
    return true;
  }

  /** The characters come into the text, what helps to pronounce them is set aside. */
  private readRuby(ruby: XmlElement, isHidden: boolean): void {
    const help = new Inline(this.story, isHidden);
    for (const part of elementsOf(ruby)) {
      if (part.name === 'w:rubyBase') this.read(part, isHidden);
      else if (part.name === 'w:rt') help.read(part);
    }
    this.asides.note(help.asides);
    this.boxes.push(...help.boxes);
    this.hidden += help.hidden;
    if (help.text !== '') this.asides.add('reader.ruby', 'info', { found: help.text });
  }

  private readDrawing(drawing: XmlElement): void {
    const boxes = [...boxesIn(drawing)];
    for (const box of boxes) this.boxes.push(this.story.readBlocks(box));
    const parts = [...descendants(drawing)];
    if (parts.some(({ name }) => PICTURES.has(name))) this.asides.add('reader.picture', 'warning');
  }
}

/** Tells a note's text, and what is to be said of it, with the line that comes next. */
export function addNote(to: Fragment, kind: NoteKind, note: Fragment): void {
  const found = note.lines.filter((line) => line !== '').join('\n');
  for (const finding of note.findings) to.findings.push({ ...finding, line: to.lines.length + 1 });
  if (found !== '') to.add(`reader.${kind}`, NOTE_SEVERITIES[kind], { found });
}

/** The outermost text boxes: one within another is read with it. */
function* boxesIn(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:txbxContent') yield child;
    else yield* boxesIn(child);
  }
}

/** Line ends within a text are blanks to Word, and so are those at its edges unless it says that they count. */
function shownText(element: XmlElement): string {
  const text = textOf(element).replace(/[\n\r]/g, ' ');
  if (element.name !== 'w:t' || element.attributes['xml:space'] === 'preserve') return text;
  let start = 0;
  let end = text.length;
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start++;
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--;
  return text.slice(start, end);
}
