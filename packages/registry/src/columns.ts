import { REGULATION_STATUSES, type RegulationStatus } from './regulation.ts';

/** What a column of an imported table may hold. `expired` says yes or no and stands for a status. */
export const COLUMNS = [
  'title',
  'numbers',
  'issuer',
  'level',
  'issuedOn',
  'effectiveOn',
  'repealedOn',
  'status',
  'expired',
  'source',
] as const;
export type Column = (typeof COLUMNS)[number];

/** The headings under which a column is known, beside its own name. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  title: ['标题', '名称', '文件名称', '法规名称', '法规标题'],
  numbers: ['文号', '发文字号', '文件编号', 'number', 'document number'],
  issuer: ['制定机关', '发布机关', '发文机关', '印发机关', '发布部门', 'issued by'],
  level: ['效力级别', '效力位阶', '效力层级', '层级', '类别'],
  issuedOn: ['公布日期', '发布日期', '印发日期', '成文日期', 'issued_on', 'published_on', 'published', 'issued'],
  effectiveOn: ['施行日期', '实施日期', '生效日期', 'effective_on', 'effective'],
  repealedOn: ['废止日期', '失效日期', 'repealed_on', 'repealed'],
  status: ['时效性', '效力', '状态', '有效性'],
  expired: ['是否失效', '已失效', '失效'],
  source: ['来源', '出处', '链接', 'url'],
};

const STATUS_WORDS: Readonly<Record<string, RegulationStatus>> = {
  现行: 'in-force',
  现行有效: 'in-force',
  有效: 'in-force',
  已修改: 'amended',
  已被修改: 'amended',
  已修订: 'amended',
  废止: 'repealed',
  已废止: 'repealed',
  失效: 'expired',
  已失效: 'expired',
};

const YES = ['1', 'true', 'yes', 'y', '是'];
const NO = ['0', 'false', 'no', 'n', '否'];

export interface Header {
  /** Where each known column stands. */
  readonly at: ReadonlyMap<Column, number>;
  /** Headings that nobody reads. */
  readonly ignored: readonly string[];
}

/** Reads a table's first row. A column that is named twice is read where it stands first. */
export function readHeader(cells: readonly string[]): Header {
  const at = new Map<Column, number>();
  const ignored: string[] = [];
  cells.forEach((cell, index) => {
    const heading = cell.trim();
    const column = COLUMNS.find(
      (name) => name.toLowerCase() === heading.toLowerCase() || HEADINGS[name].includes(heading.toLowerCase()),
    );
    if (column !== undefined && !at.has(column)) at.set(column, index);
    else if (heading !== '') ignored.push(heading);
  });
  return { at, ignored };
}

/** The status that a word stands for; undefined where it is none. */
export function readStatus(word: string): RegulationStatus | undefined {
  const said = word.trim();
  return STATUS_WORDS[said] ?? REGULATION_STATUSES.find((status) => status === said.toLowerCase());
}

export function readFlag(word: string): boolean | undefined {
  const said = word.trim().toLowerCase();
  return YES.includes(said) ? true : NO.includes(said) ? false : undefined;
}

/** 2018-10-26, 2018/10/26, 2018.10.26, 20181026, 2018年10月26日 as `YYYY-MM-DD`; undefined where it is no day of the calendar. */
export function readDate(word: string): string | undefined {
  const said = word.trim();
  const parts =
    /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))$/
      .exec(said)
      ?.slice(1)
      .filter((part: string | undefined) => part !== undefined);
  if (parts === undefined) return undefined;
  const [year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? undefined : date;
}

/** The numbers of one cell; 、 stands between two as ；and a line break do. */
export function readNumbers(cell: string): string[] {
  return cell.split(/[;；、\n]/).filter((number) => number.trim() !== '');
}
