import { childNamed, elementsOf, isOn, valueOf } from './walk.ts';
import type { XmlElement } from './xml.ts';

/** What styles say that changes the text: list, level, hiding, table of contents. */
export class Styles {
  private readonly styles = new Map<string, XmlElement>();
  private readonly defaultParagraph: string | undefined;

  constructor(root: XmlElement | null) {
    let defaultParagraph: string | undefined;
    for (const style of root === null ? [] : elementsOf(root)) {
      const { 'w:styleId': id, 'w:type': type, 'w:default': isDefault } = style.attributes;
      if (style.name !== 'w:style' || id === undefined) continue;
      this.styles.set(id, style);
      if (type === 'paragraph' && (isDefault === '1' || isDefault === 'true')) defaultParagraph ??= id;
    }
    this.defaultParagraph = defaultParagraph;
  }

  /** The style of a paragraph that names none is the default one. */
  paragraphStyle(named: string | undefined): string | undefined {
    return named ?? this.defaultParagraph;
  }

  /** The list that a style puts its paragraphs in, and the style in whose definition it stands. */
  list(id: string | undefined): { list: string; level: string | undefined; style: string } | null {
    for (const [style, element] of this.chain(id)) {
      const numbering = childNamed(childNamed(element, 'w:pPr'), 'w:numPr');
      const list = valueOf(numbering, 'w:numId');
      if (list !== undefined) return { list, level: this.level(id), style };
    }
    return null;
  }

  isHidden(id: string | undefined): boolean {
    for (const [, element] of this.chain(id)) {
      const hidden = isOn(childNamed(element, 'w:rPr'), 'w:vanish');
      if (hidden !== undefined) return hidden;
    }
    return false;
  }

  /** Whether a style is one of those in which Word writes a table of contents. */
  isContents(id: string | undefined): boolean {
    const name = valueOf(this.styles.get(id ?? ''), 'w:name')?.toLowerCase() ?? '';
    return name === 'toc heading' || /^toc \d$/.test(name);
  }

  private level(id: string | undefined): string | undefined {
    for (const [, element] of this.chain(id)) {
      const level = valueOf(childNamed(childNamed(element, 'w:pPr'), 'w:numPr'), 'w:ilvl');
      if (level !== undefined) return level;
    }
    return undefined;
  }

  /** A style and those that it is based on; a circle ends where it began. */
  private *chain(id: string | undefined): Generator<[string, XmlElement]> {
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const style = this.styles.get(at);
      if (style === undefined) return;
      yield [at, style];
      at = valueOf(style, 'w:basedOn');
    }
  }
}
