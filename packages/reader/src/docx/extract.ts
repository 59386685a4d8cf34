import { ok, type Result } from '@dingben/kernel';
import type { Finding } from '@dingben/outline';
import { countNonBlank } from '../characters.ts';
import { readBlocks } from './blocks.ts';
import type { Fragment } from './fragment.ts';
import { addNote } from './inline.ts';
import { Numbering } from './numbering.ts';
import { listsOf } from './numbering-definitions.ts';
import { openDocx, type DocxPackage } from './package.ts';
import { partsOf, refuseTrackedChanges } from './revisions.ts';
import { NOTE_KINDS, type NoteKind, type Story } from './story.ts';
import { Styles } from './styles.ts';
import { descendants, elementsOf, textOf } from './walk.ts';
import type { XmlElement } from './xml.ts';

/** A Word document as the text that it shows. */
export interface Extraction {
  /** One paragraph a line. */
  readonly lines: readonly string[];
  /** What is not among the lines, and what a person should know of them; `line` is of `lines`. */
  readonly findings: readonly Finding[];
  /** Non-blank characters that stand in no finding though they are not among the lines: hidden ones, told by number only. */
  readonly hidden: number;
  /** Non-blank characters of the parts that are neither among the lines nor in a finding: 0, unless this reader has a fault. */
  readonly missing: number;
}

/** Refuses as `openDocx` does, and with `document.tracked-changes`. */
export function extractDocx(bytes: Uint8Array): Result<Extraction> {
  const docx = openDocx(bytes);
  if (!docx.ok) return docx;
  return refuseTrackedChanges(docx.value) ?? ok(new Extractor(docx.value).extract());
}

class Extractor {
  private generated = 0;
  private readonly notes = new Map<string, XmlElement>();
  private readonly styles: Styles;
  private readonly docx: DocxPackage;

  constructor(docx: DocxPackage) {
    this.docx = docx;
    this.styles = new Styles(docx.styles);
    for (const kind of NOTE_KINDS) {
      for (const note of elementsOf(docx[`${kind}s`] ?? EMPTY)) this.notes.set(this.noteKey(kind, note), note);
    }
  }

  extract(): Extraction {
    const text = this.readStory(this.docx.document);
    for (const kind of NOTE_KINDS) {
      for (const key of [...this.notes.keys()].filter((each) => each.startsWith(`${kind} `))) {
        const note = this.takeNote(key);
        if (note !== null) addNote(text, kind, note);
      }
    }
    for (const place of ['header', 'footer'] as const) {
      for (const part of this.docx[`${place}s`]) {
        const { lines, findings } = this.readStory(part);
        const found = lines.filter((line) => line.trim() !== '').join('\n');
        text.findings.push(...findings.map((finding) => ({ ...finding, line: 1 })));
        if (found !== '') text.findings.push({ code: `reader.${place}`, severity: 'info', found });
      }
    }
    return this.accounted(text);
  }

  private accounted({ lines, findings }: Fragment): Extraction {
    const written = partsOf(this.docx).reduce((sum, part) => sum + writtenIn(part), 0);
    const shown = lines.reduce((sum, line) => sum + countNonBlank(line), 0);
    const hidden = findings.reduce((sum, { code, params }) => {
      return code === 'reader.hidden-text' ? sum + Number(params?.['length'] ?? 0) : sum;
    }, 0);
    const aside = findings.reduce((sum, { found }) => sum + countNonBlank(found ?? ''), 0);
    const last = Math.max(1, lines.length);
    const within = findings.map((finding) => ({ ...finding, line: Math.min(finding.line ?? 1, last) }));
    return { lines, findings: within, hidden, missing: written + this.generated - shown - hidden - aside };
  }

  private readStory(container: XmlElement): Fragment {
    const lists = listsOf(this.docx.numbering, (style) => this.styles.list(style)?.list);
    const story: Story = {
      styles: this.styles,
      numbering: new Numbering(lists),
      fields: [],
      takeNote: (kind, id) => this.takeNote(`${kind} ${id}`),
      countGenerated: (text) => {
        this.generated += countNonBlank(text);
      },
      readBlocks: (inner) => readBlocks(inner, story),
    };
    return readBlocks(container, story);
  }

  /** Of two notes with one id the second is one that nothing refers to. */
  private noteKey(kind: NoteKind, note: XmlElement): string {
    const key = `${kind} ${note.attributes['w:id'] ?? ''}`;
    return this.notes.has(key) ? `${key} ${this.notes.size}` : key;
  }

  /** A note is told where it is first referred to; those that nothing refers to are told at the end. */
  private takeNote(key: string): Fragment | null {
    const note = this.notes.get(key);
    if (note === undefined) return null;
    this.notes.delete(key);
    return this.readStory(note);
  }
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [] };

/** Counted from the parts alone, apart from the way in which they are read. */
function writtenIn(part: XmlElement): number {
  let count = 0;
  for (const element of descendants(part)) {
    if (element.name === 'w:t' || element.name === 'm:t' || element.name === 'w:delText')
      count += countNonBlank(textOf(element));
  }
  return count;
}
