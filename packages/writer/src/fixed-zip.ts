import { zipSync, type Zippable } from 'fflate';

/** The first day that a ZIP archive can name: entries carry no time of their making. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/**
 * An Office package: the same parts give the same bytes, whenever and in whatever order they are given. Parts stand in the order
 * of their names, but for the list of content types, which comes first, where readers that stream look for it.
 */
export function zipParts(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const zippable: Zippable = {};
  const inOrder = Object.entries(parts).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  for (const [name, content] of inOrder) zippable[name] = [content, { mtime: ZIP_EPOCH, level: 9 }];
  return zipSync(zippable);
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}
