import { Fragment } from './fragment.ts';
import type { Story } from './story.ts';
import { elementsOf } from './walk.ts';
import type { XmlElement } from './xml.ts';

/** A table as lines: cell by cell, in the order in which one reads. */
export function readTable(table: XmlElement, story: Story): Fragment {
  const result = new Fragment();
  for (const row of elementsOf(table)) for (const cell of elementsOf(row)) result.append(story.readBlocks(cell));
  return result;
}
