import { LABEL_COLON, PROVISION_KEYS, PROVISION_LABELS, type ProvisionKey } from '@dingben/outline';
import { isBlank, skipBlanks } from './characters.ts';

/** Labels seen in official texts where another is meant. What they stand for is certain. */
const VARIANTS: readonly (readonly [string, ProvisionKey])[] = [
  ['牵头责任单位', 'leadAgency'],
  ['牵头负责部门', 'leadAgency'],
  ['牵头单位', 'leadAgency'],
  ['牵头部门', 'leadAgency'],
  ['负责单位', 'leadAgency'],
  ['责任单位', 'leadAgency'],
  ['服务对像', 'targetGroup'],
  ['保障对象', 'targetGroup'],
  ['保障内容', 'content'],
  ['保障标准', 'standard'],
  ['支付责任', 'funding'],
];
const LABELS: readonly (readonly [string, ProvisionKey])[] = [
  ...PROVISION_KEYS.map((key) => [PROVISION_LABELS[key], key] as const),
  ...VARIANTS,
];
const COLONS = LABEL_COLON + ':﹕︰꞉';

const SHORTEST_UNKNOWN = 4;
const LONGEST_UNKNOWN = 8;
/** With such words labels end; others before a colon lead to a list, or name one of its members. */
const LABEL_WORDS = new Set(
  '对象 内容 标准 责任 单位 部门 主体 时限 期限 依据 方式 流程 程序 条件 范围 材料 来源 要求 渠道 电话 地点'.split(' '),
);

export interface Label {
  readonly key: ProvisionKey;
  /** Where the label ends, and where its colon does. */
  readonly labelEnd: number;
  readonly end: number;
}

/** The label with its colon at a place of a text, blanks between the characters allowed; null where none stands there. */
export function labelAt(text: string, from = 0): Label | null {
  for (const [name, key] of LABELS) {
    const labelEnd = matchSpaced(text, name, from);
    if (labelEnd < 0) continue;
    const colon = skipBlanks(text, labelEnd);
    if (colon < text.length && COLONS.includes(text.charAt(colon))) return { key, labelEnd, end: colon + 1 };
  }
  return null;
}

/** A label as it is laid down at the head of a text, with a blank or nothing in the place of its colon. */
export function bareLabelAt(text: string): Label | null {
  for (const key of PROVISION_KEYS) {
    const labelEnd = matchSpaced(text, PROVISION_LABELS[key], 0);
    if (labelEnd < 0) continue;
    const end = skipBlanks(text, labelEnd);
    if (end > labelEnd || end >= text.length) return { key, labelEnd, end };
  }
  return null;
}

/** Whether a paragraph begins as if with a label, of a kind that is not known: 办理时限：…, but not 本市户籍老年人：… */
export function hasUnknownLabel(text: string): boolean {
  for (let at = 0; at <= LONGEST_UNKNOWN && at < text.length; at++) {
    if (COLONS.includes(text.charAt(at)))
      return at >= SHORTEST_UNKNOWN && at < text.length - 1 && LABEL_WORDS.has(text.slice(at - 2, at));
    if (!isHan(text.charCodeAt(at))) return false;
  }
  return false;
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** The provision that a text names which is a label and nothing else, as in the cell of a table. */
export function labelNamed(text: string): ProvisionKey | null {
  for (const [name, key] of LABELS) {
    const end = matchSpaced(text, name, skipBlanks(text, 0));
    if (end < 0) continue;
    const rest = skipBlanks(text, end);
    if (skipBlanks(text, COLONS.includes(text.charAt(rest)) ? rest + 1 : rest) >= text.length) return key;
  }
  return null;
}

export function endsWithColon(text: string): boolean {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
  return end > 0 && COLONS.includes(text.charAt(end - 1));
}

/** Where `name` ends in a text that has it at `from`, blanks between its characters allowed; -1 where it does not. */
function matchSpaced(text: string, name: string, from: number): number {
  let at = from;
  for (const char of name) {
    if (at > from) at = skipBlanks(text, at);
    if (text.charAt(at) !== char) return -1;
    at++;
  }
  return at;
}
