import { leaves, nodes, type Outline, type Severity } from '@dingben/outline';
import { findingText } from './finding-text.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What a person wants to know of a text that was read: what it is, how much is in it, and each finding on a line. */
export function outlineText(outline: Outline, language: 'zh' | 'en'): string {
  const count = { chapter: 0, category: 0, service: 0 };
  for (const node of nodes(outline)) {
    if ('section' in node) count[node.section.kind]++;
    else if (node.depth === 0) count.service++;
  }
  const leafCount = [...leaves(outline)].length;
  const citationCount = [...leaves(outline)].reduce((sum, { entry }) => sum + (entry.citations?.length ?? 0), 0);
  const findings = outline.findings ?? [];
  const bySeverity = SEVERITIES.map((severity) => findings.filter((finding) => finding.severity === severity).length);
  const { chapter, category, service } = count;
  const lines =
    language === 'zh'
      ? [
          `${chapter} 章，${category} 类，${service} 项服务，${leafCount} 条，引用 ${citationCount} 处`,
          `校核问题：错误 ${bySeverity[0] ?? 0}，提醒 ${bySeverity[1] ?? 0}，说明 ${bySeverity[2] ?? 0}`,
        ]
      : [
          `${chapter} chapters, ${category} categories, ${service} services, ${leafCount} leaf entries, ${citationCount} citations`,
          `findings: ${bySeverity[0] ?? 0} errors, ${bySeverity[1] ?? 0} warnings, ${bySeverity[2] ?? 0} notes`,
        ];
  return [outline.title, ...lines, ...findings.map((finding) => findingText(finding, language)), ''].join('\n');
}
