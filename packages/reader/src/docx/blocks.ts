import { Fragment } from './fragment.ts';
import { readParagraph } from './paragraph.ts';
import type { Story } from './story.ts';
import { readTable } from './table.ts';
import { childNamed, descendants, elementsOf, valueOf } from './walk.ts';
import type { XmlElement } from './xml.ts';

const TEXTS = new Set(['w:t', 'm:t', 'w:delText']);

/** Whatever paragraphs and tables a container holds, in their order. */
export function readBlocks(container: XmlElement, story: Story): Fragment {
  const result = new Fragment();
  for (const block of elementsOf(container)) {
    switch (block.name) {
      case 'w:p':
        result.append(readParagraph(block, story));
        break;
      case 'w:tbl':
        result.append(readTable(block, story));
        break;
      case 'w:sdt':
        result.append(readControl(block, story));
        break;
      case 'w:altChunk':
      case 'w:subDoc':
        result.add('reader.part-unread', 'error');
        break;
      case 'w:body':
      case 'w:sdtContent':
      case 'w:customXml':
      case 'w:smartTag':
        result.append(readBlocks(block, story));
        break;
      default:
        // Text that stands where the format has no place for it is text nevertheless.
        if (hasText(block)) result.append(readParagraph(block, story));
    }
  }
  return result;
}

export function hasText(element: XmlElement): boolean {
  for (const { name } of descendants(element)) if (TEXTS.has(name)) return true;
  return false;
}

/** A content control; the one in which Word keeps its table of contents is set aside line by line. */
function readControl(control: XmlElement, story: Story): Fragment {
  const inner = readBlocks(control, story);
  const gallery = valueOf(childNamed(childNamed(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  if (gallery !== 'Table of Contents') return inner;
  const result = new Fragment();
  for (const finding of inner.findings) result.findings.push({ ...finding, line: 1 });
  for (const found of inner.lines) if (found.trim() !== '') result.add('reader.table-of-contents', 'info', { found });
  return result;
}
