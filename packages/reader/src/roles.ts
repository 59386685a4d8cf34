import type { Leaf, ServiceBlock } from './blocks.ts';
import { shapeOf, type MarkShape, type Shape } from './shapes.ts';

/** Where the reader stands when it asks what a paragraph is. */
export interface Place {
  readonly service: ServiceBlock | null;
  /** The service or item whose provisions are being read. */
  readonly leaf: Leaf | null;
  readonly provisionOpen: boolean;
  readonly lastService: number;
  /** Texts of the two paragraphs that follow, '' beyond the end. */
  readonly following: readonly [string, string];
}

/**
 * Numbers also begin paragraphs inside a provision. A mark is taken for what it looks like where the text around it says so:
 * the first label follows, or the entry before it is complete and the number is the next one.
 */
export function isMarkHere(shape: MarkShape, place: Place): boolean {
  const next = shapeOf(place.following[0]);
  switch (shape.type) {
    case 'service':
      return (
        startsEntry(next, shapeOf(place.following[1])) ||
        (shape.value === place.lastService + 1 && (!place.provisionOpen || isComplete(place.leaf)))
      );
    case 'item':
      return place.service !== null && place.service.texts.size === 0 && isItemHere(shape, place.service, place, next);
    default:
      return !place.provisionOpen || isComplete(place.leaf) || next.type === 'service';
  }
}

function isItemHere(shape: MarkShape, service: ServiceBlock, place: Place, next: Shape): boolean {
  if (isFirstLabel(next)) return true;
  return (
    shape.value === service.items.length + 1 &&
    (!place.provisionOpen || isComplete(place.leaf) || next.type === 'label')
  );
}

/** The first label follows, at once or after the line of an item. */
function startsEntry(next: Shape, afterNext: Shape): boolean {
  return isFirstLabel(next) || (next.type === 'item' && isFirstLabel(afterNext));
}

function isFirstLabel(shape: Shape): boolean {
  return shape.type === 'label' && shape.key === 'targetGroup';
}

function isComplete(leaf: Leaf | null): boolean {
  return leaf === null || leaf.texts.has('leadAgency');
}
