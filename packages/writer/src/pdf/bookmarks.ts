import type { Bookmark } from './flow.ts';
import { n } from './canvas.ts';
import { textString, type Objects } from './objects.ts';

interface Node {
  readonly bookmark: Bookmark;
  readonly number: number;
  readonly children: Node[];
}

/** Writes the bookmarks as the tree that their levels make, and gives its root; null where there are none. The first level stands open. */
export function writeBookmarks(
  bookmarks: readonly Bookmark[],
  pages: readonly number[],
  pageHeight: number,
  to: Objects,
): number | null {
  if (bookmarks.length === 0) return null;
  const root = to.reserve();
  const nodes = treeOf(bookmarks, to);
  const write = (siblings: readonly Node[], parent: number): void => {
    for (const [index, { bookmark, number, children }] of siblings.entries()) {
      const [previous, next] = [siblings[index - 1], siblings[index + 1]];
      const [first, last] = [children[0], children.at(-1)];
      to.add(
        `<</Title${textString(bookmark.title)}/Parent ${parent} 0 R` +
          (previous === undefined ? '' : `/Prev ${previous.number} 0 R`) +
          (next === undefined ? '' : `/Next ${next.number} 0 R`) +
          // A negative count: closed until it is asked for.
          (first === undefined || last === undefined
            ? ''
            : `/First ${first.number} 0 R/Last ${last.number} 0 R/Count -${children.length}`) +
          `/Dest[${pages[bookmark.page] ?? 0} 0 R/XYZ null ${n(pageHeight - bookmark.top)} null]>>`,
        number,
      );
      write(children, number);
    }
  };
  write(nodes, root);
  const [first, last] = [nodes[0]?.number ?? 0, nodes.at(-1)?.number ?? 0];
  return to.add(`<</Type/Outlines/First ${first} 0 R/Last ${last} 0 R/Count ${nodes.length}>>`, root);
}

function treeOf(bookmarks: readonly Bookmark[], to: Objects): Node[] {
  const top: Node[] = [];
  const path: Node[] = [];
  for (const bookmark of bookmarks) {
    while ((path.at(-1)?.bookmark.level ?? 0) >= bookmark.level) path.pop();
    const node: Node = { bookmark, number: to.reserve(), children: [] };
    (path.at(-1)?.children ?? top).push(node);
    path.push(node);
  }
  return top;
}
