import { isBlank } from '../characters.ts';
import { labelNamed } from '../labels.ts';
import type { ProvisionKey } from '@dingben/outline';
import type { Row } from './grid.ts';

/** What a column, or the cell beside a name, holds. */
export type Part = ProvisionKey | 'chapter' | 'category' | 'number' | 'title' | 'item';

/** The parts of a table by the grid's column in which each begins; null for one whose name is not known. */
export type Columns = ReadonlyMap<number, Part | null>;

const NAMES: Readonly<Record<string, Part>> = {
  章: 'chapter',
  领域: 'chapter',
  服务领域: 'chapter',
  类: 'category',
  类别: 'category',
  分类: 'category',
  服务类别: 'category',
  序号: 'number',
  编号: 'number',
  项目编号: 'number',
  项目序号: 'number',
  项目: 'title',
  名称: 'title',
  服务项目: 'title',
  项目名称: 'title',
  服务项目名称: 'title',
  服务事项: 'title',
  分项: 'item',
  子项: 'item',
};
/** A row that names so many provisions is a head: fewer may stand in the text of one. */
const NAMES_OF_A_HEAD = 3;

/** What the text of a cell names; null for a text that is none of the names. */
export function partNamed(text: string): Part | null {
  const bare = Array.from(text)
    .filter((char) => !isBlank(char.charCodeAt(0)))
    .join('');
  return labelNamed(bare) ?? (Object.hasOwn(NAMES, bare) ? (NAMES[bare] ?? null) : null);
}

/** The columns that a row names; null where it is not the head of a table of entries. */
export function columnsOf(row: Row): Columns | null {
  const columns = new Map<number, Part | null>();
  const provisions = new Set<Part>();
  for (const { column, lines } of row) {
    const text = lines.join('');
    const part = partNamed(text);
    columns.set(column, part);
    if (part !== null && labelNamed(text) !== null) provisions.add(part);
  }
  return provisions.size >= NAMES_OF_A_HEAD ? columns : null;
}

export function namesProvision({ lines }: Row[number]): boolean {
  return labelNamed(lines.join('')) !== null;
}
