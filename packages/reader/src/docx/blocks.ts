import type { Finding } from '@dingben/outline';
import type { ReaderCode } from '../codes.ts';
import { Fragment } from './fragment.ts';
import { readParagraph } from './paragraph.ts';
import type { Story } from './story.ts';
import { readTable } from './table.ts';
import { childNamed, containerOf, elementsOf, hasText, valueOf } from './walk.ts';
import type { XmlElement } from './xml.ts';

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
        if (hasText(block)) result.append(readParagraph(containerOf(block), story));
    }
  }
  return result;
}

/** A content control; the one in which Word keeps its table of contents is set aside line by line. */
function readControl(control: XmlElement, story: Story): Fragment {
  const inner = readBlocks(control, story);
  const gallery = valueOf(childNamed(childNamed(control, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  if (gallery !== 'Table of Contents') return inner;
  const quoted = inner.lines.flatMap((found, index): Finding[] => {
    const code: ReaderCode = 'reader.table-of-contents';
    return found.trim() === '' ? [] : [{ code, severity: 'info', line: index + 1, found }];
  });
  const result = new Fragment();
  const inOrder = [...inner.findings, ...quoted].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  for (const finding of inOrder) result.findings.push({ ...finding, line: 1 });
  return result;
}
