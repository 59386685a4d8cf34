import type { Leaf, ServiceBlock } from './blocks.ts';
import { asMark, shapeOf, type MarkShape, type Shape } from './shapes.ts';

/** Where the reader stands when it asks what a paragraph is. */
export interface Place {
  readonly service: ServiceBlock | null;
  /** The service or item whose provisions are being read. */
  readonly leaf: Leaf | null;
  readonly provisionOpen: boolean;
  readonly lastService: number;
  readonly lastChapter: number;
  /** Whether entries of this text are surely numbered in digits. */
  readonly hasDigits: boolean;
  /** Whether the paragraph ends with the stop of an entry's title. */
  readonly endsWithStop: boolean;
  /** Texts of the two paragraphs that follow, '' beyond the end. */
  readonly following: readonly [string, string];
}

/**
 * Numbers also begin paragraphs inside a provision. A mark is taken for what it looks like where the text around it says so:
 * the first label follows, or the entry before it is complete and the number is the next one. What stands right before a first
 * label is the line of an entry, even where it is numbered as a chapter or an item.
 *
 * @returns the mark, as what it is here; null where it only begins a paragraph.
 */
export function markHere(shape: MarkShape, place: Place): MarkShape | null {
  const next = shapeOf(place.following[0]);
  const isNext = shape.value === place.lastService + 1;
  switch (shape.type) {
    case 'service': {
      const isHere = !shape.isWeak && isNext && (!place.provisionOpen || isComplete(place.leaf));
      return startsEntry(next, shapeOf(place.following[1])) || isHere ? shape : null;
    }
    case 'item':
      if (place.service?.texts.size === 0) return isItemHere(shape, place.service, place, next) ? shape : null;
      return isNext && isFirstLabel(next) && (place.leaf === null || isComplete(place.leaf))
        ? asMark(shape, 'service')
        : null;
    case 'chapter':
      if (isFirstLabel(next) && !isChapterBeforeLostEntry(shape, place)) return asMark(shape, 'service');
      break;
    case 'category':
      break;
  }
  const isBeforeEntry = next.type === 'service' && !next.isWeak;
  return !place.provisionOpen || isComplete(place.leaf) || isBeforeEntry ? shape : null;
}

/** The next chapter, in a text that numbers its entries otherwise: what is missing is the line of the entry below it. */
function isChapterBeforeLostEntry(shape: MarkShape, place: Place): boolean {
  return place.hasDigits && !place.endsWithStop && shape.value === place.lastChapter + 1;
}

function isItemHere(shape: MarkShape, service: ServiceBlock, place: Place, next: Shape): boolean {
  if (isFirstLabel(next)) return true;
  return (
    shape.value === service.items.length + 1 &&
    (!place.provisionOpen || isComplete(place.leaf) || next.type === 'label')
  );
}

/** The first label follows, at once or after the line of an item. */
export function startsEntry(next: Shape, afterNext: Shape): boolean {
  return isFirstLabel(next) || (next.type === 'item' && isFirstLabel(afterNext));
}

function isFirstLabel(shape: Shape): boolean {
  return shape.type === 'label' && shape.key === 'targetGroup';
}

function isComplete(leaf: Leaf | null): boolean {
  return leaf === null || leaf.texts.has('leadAgency');
}
