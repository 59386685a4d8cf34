import { countNonBlank } from '../characters.ts';
import { Fragment } from './fragment.ts';
import { Inline } from './inline.ts';
import type { Story } from './story.ts';
import { symbolOf } from './symbols.ts';
import { childNamed, valueOf } from './walk.ts';
import type { XmlElement } from './xml.ts';

/** One paragraph as lines (several where it has soft breaks), its list number first; text boxes come after it. */
export function readParagraph(paragraph: XmlElement, story: Story): Fragment {
  const properties = childNamed(paragraph, 'w:pPr');
  const style = story.styles.paragraphStyle(valueOf(properties, 'w:pStyle'));
  const inline = new Inline(story, story.styles.isHidden(style));
  const result = new Fragment();
  const number = listNumber(properties, style, story, result);
  inline.read(paragraph);
  const text = number + inline.text;
  result.note(inline.asides);
  const length = countNonBlank(inline.hidden);
  if (length > 0) result.add('reader.hidden-text', 'warning', { params: { length } });
  if (inline.isContents || story.styles.isContents(style)) {
    if (text.trim() !== '') result.add('reader.table-of-contents', 'info', { found: text });
  } else if (text !== '' || inline.boxes.length === 0) result.push(...text.split('\n'));
  for (const box of inline.boxes) {
    if (box.lines.some((line) => line !== '')) result.add('reader.text-box', 'info');
    result.append(box);
  }
  return result;
}

/** The number that the paragraph's own properties or its style give it; '' for none. */
function listNumber(properties: XmlElement | undefined, style: string | undefined, story: Story, to: Fragment): string {
  const own = childNamed(properties, 'w:numPr');
  const styled = story.styles.list(style);
  const list = valueOf(own, 'w:numId') ?? styled?.list;
  if (list === undefined) return '';
  const byStyle = styled === null ? undefined : (story.numbering.levelOf(list, styled.style) ?? styled.level);
  const number = story.numbering.next(list, Number(valueOf(own, 'w:ilvl') ?? byStyle ?? 0));
  if (number === null) return '';
  if (number.unknownFormat !== null)
    to.add('reader.number-format-unknown', 'warning', { params: { format: number.unknownFormat } });
  const text = Array.from(number.text, bullet).join('');
  story.countGenerated(text);
  return text;
}

/** Bullets stand in symbol fonts, at code points that mean nothing elsewhere. */
function bullet(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0xf000 || code > 0xf0ff) return char;
  return symbolOf('Wingdings', code) ?? symbolOf('Symbol', code) ?? '•';
}
