import { PROVISION_KEYS, PROVISION_LABELS, type ProvisionKey } from '@dingben/outline';
import { isBlank } from '../characters.ts';
import type { Rule, Seen } from '../model.ts';
import { PROVISIONS } from '../reads.ts';

/** Labels in their variants: what a text copied from a document brings along. */
const LABELS: readonly (readonly [string, ProvisionKey])[] = [
  ...PROVISION_KEYS.map((key) => [PROVISION_LABELS[key], key] as const),
  ['牵头责任单位', 'leadAgency'],
  ['牵头单位', 'leadAgency'],
  ['责任单位', 'leadAgency'],
  ['负责单位', 'leadAgency'],
  ['服务对像', 'targetGroup'],
  ['保障对象', 'targetGroup'],
  ['保障标准', 'standard'],
];
const COLONS = '：:﹕︰꞉';

/** A label at the head of a paragraph: a provision's own can be dropped; another's says that two provisions run together. */
export const labelInText: Rule = {
  code: 'proofreading.label-in-text',
  severity: 'warning',
  reads: PROVISIONS,
  see: ({ text, provision }) => {
    const seen: Seen[] = [];
    for (let head = 0; head >= 0 && head < text.length; head = nextHead(text, head)) {
      const found = labelAt(text, head);
      if (found === null) continue;
      const { key, end, label } = found;
      seen.push({ start: head, end, params: { label }, ...(key === provision && head === 0 && { fix: '' }) });
    }
    return seen;
  },
};

function nextHead(text: string, from: number): number {
  const line = text.indexOf('\n', from);
  return line < 0 ? -1 : line + 1;
}

function labelAt(text: string, from: number): { key: ProvisionKey; end: number; label: string } | null {
  let start = from;
  while (isBlank(text.charAt(start))) start++;
  for (const [label, key] of LABELS) {
    const end = start + label.length;
    if (text.startsWith(label, start) && end < text.length && COLONS.includes(text.charAt(end)))
      return { key, end: end + 1, label };
  }
  return null;
}
