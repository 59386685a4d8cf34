import type { ChangeKind, ComparedEntry, ComparedSection, Comparison, Place } from '@dingben/comparison';
import { PROVISION_KEYS, PROVISION_LABELS } from '@dingben/outline';
import type { Segment } from '@dingben/text-diff';

const CHANGE_NAMES: Readonly<Record<ChangeKind | 'unchanged', string>> = {
  added: '新增',
  removed: '取消',
  moved: '移位',
  renumbered: '序号变动',
  retitled: '更名',
  amended: '修改',
  split: '拆分',
  merged: '合并',
  unchanged: '未变',
};

/** A comparison for people, in Chinese as the texts are. Deleted text stands in [-…-], inserted text in {+…+}. */
export function comparisonText(comparison: Comparison): string {
  const { before, after, summary, sections, entries } = comparison;
  // Object.entries forgets the key type; the names have no other keys.
  const counts = (Object.entries(CHANGE_NAMES) as [ChangeKind | 'unchanged', string][]).flatMap(([key, name]) =>
    summary[key] === undefined ? [] : [`${name} ${summary[key]}`],
  );
  const shown = entries.filter((entry) => !onlyRenumbered(entry));
  const hidden = entries.length - shown.length;
  const lines = [
    `${before} → ${after}`,
    counts.join('，'),
    ...sections.map(sectionLine),
    ...shown.flatMap(entryLines),
    ...(hidden === 0 ? [] : ['', `另有 ${hidden} 项仅序号变动。`]),
  ];
  return `${lines.join('\n')}\n`;
}

function onlyRenumbered({ changes }: ComparedEntry): boolean {
  return changes.length === 1 && changes[0] === 'renumbered';
}

function sectionLine({ changes, kind, before, after }: ComparedSection): string {
  const name = kind === 'chapter' ? '章' : '类';
  const heading = (side: typeof before): string => (side === null ? '' : `${side.number} ${side.title}`);
  return `${name}〔${changes.map((change) => CHANGE_NAMES[change]).join('、')}〕${arrow(heading(before), heading(after))}`;
}

function entryLines({ changes, classes, before, after, provisions, became }: ComparedEntry): string[] {
  const names: string[] = changes.map((change) => CHANGE_NAMES[change]);
  if (became !== undefined) names.push(became === 'item' ? '改为分项' : '改为服务项目');
  const more = classes.filter((name) => !names.includes(name));
  const texts = PROVISION_KEYS.flatMap((key) => {
    const segments = provisions[key];
    return segments === undefined ? [] : [`  ${PROVISION_LABELS[key]}：${marked(segments)}`];
  });
  return ['', `${arrow(heading(before), heading(after))}〔${names.join('、')}〕${more.join('、')}`, ...texts];
}

function heading(place: Place | null): string {
  return place === null ? '' : `${place.number} ${place.title}`;
}

function arrow(before: string, after: string): string {
  return before === after || before === '' || after === '' ? after || before : `${before} → ${after}`;
}

function marked(segments: readonly Segment[]): string {
  return segments
    .map(({ op, text }) => (op === 'equal' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}
