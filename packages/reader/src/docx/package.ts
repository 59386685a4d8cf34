import { ok, refuse, type Result } from '@dingben/kernel';
import { LIMITS } from '../limits.ts';
import { elementsOf } from './walk.ts';
import { unzip } from './unzip.ts';
import { parseXml, type ElementBudget, type XmlElement } from './xml.ts';

/** The parts of a Word document that hold text or say how it is shown. */
export interface DocxPackage {
  readonly document: XmlElement;
  readonly styles: XmlElement | null;
  readonly numbering: XmlElement | null;
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
  readonly comments: XmlElement | null;
  readonly headers: readonly XmlElement[];
  readonly footers: readonly XmlElement[];
}

interface Relationship {
  /** The last word of its type: `styles`, `footnotes`. */
  readonly kind: string;
  readonly target: string;
}

/**
 * Opens a .docx. Which part is which, its relationships say, as the names are free; targets outside the file are not followed.
 *
 * Refuses as `unzip` and `parseXml` do, and with `document.not-a-docx` (params.found `zip`) for another kind of zip file.
 */
export function openDocx(bytes: Uint8Array): Result<DocxPackage> {
  const unzipped = unzip(bytes);
  if (!unzipped.ok) return unzipped;
  const opener = new Opener(unzipped.value);
  try {
    return ok(opener.open());
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Carries a refusal out of nested calls; never leaves this file. */
class Refused extends Error {
  readonly refusal: Extract<Result<never>, { ok: false }>;
  constructor(refusal: Refused['refusal']) {
    super(refusal.problem.code);
    this.refusal = refusal;
  }
}

class Opener {
  private readonly budget: ElementBudget = { left: LIMITS.elements };
  private readonly parts: ReadonlyMap<string, Uint8Array>;

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    this.parts = new Map([...parts].map(([name, bytes]) => [name.toLowerCase(), bytes]));
  }

  open(): DocxPackage {
    const main = this.relationships('').find(({ kind }) => kind === 'officeDocument')?.target;
    const document = main === undefined ? null : this.parse(main);
    if (main === undefined || document?.name !== 'w:document') {
      throw new Refused(refuse('document.not-a-docx', { found: 'zip' }));
    }
    const related = this.relationships(main);
    const all = (kind: string): XmlElement[] =>
      related.filter((each) => each.kind === kind).flatMap(({ target }) => this.parse(target) ?? []);
    const one = (kind: string): XmlElement | null => all(kind)[0] ?? null;
    return {
      document,
      styles: one('styles'),
      numbering: one('numbering'),
      footnotes: one('footnotes'),
      endnotes: one('endnotes'),
      comments: one('comments'),
      headers: all('header'),
      footers: all('footer'),
    };
  }

  private parse(name: string): XmlElement | null {
    const bytes = this.parts.get(name.toLowerCase());
    if (bytes === undefined) return null;
    const parsed = parseXml(bytes, name, this.budget);
    if (!parsed.ok) throw new Refused(parsed);
    return parsed.value;
  }

  /** The relationships of a part; of the whole package for ''. */
  private relationships(source: string): Relationship[] {
    const folder = source.slice(0, source.lastIndexOf('/') + 1);
    const root = this.parse(`${folder}_rels/${source.slice(folder.length)}.rels`);
    if (root === null) return [];
    return [...elementsOf(root)].flatMap(({ attributes }): Relationship[] => {
      const { Type: type = '', Target: target = '', TargetMode: mode } = attributes;
      if (mode === 'External') return [];
      return [{ kind: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) }];
    });
  }
}

/** The name of a part from a target that is relative to a folder, or absolute with a leading slash. */
function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
