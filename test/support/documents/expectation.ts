import { categoryMark, chapterMark, entryParagraphs, nodes, type Finding, type Outline } from '@dingben/outline';
import type { Problem, Result } from '@dingben/kernel';
import type { ReadDocument } from '@dingben/reader';

/**
 * What reading a document gave, as a text that a person can write and check: title and edition, the outline's lines (those that go
 * on with a provision set in), then a finding a line; or the refusal.
 *
 *     warning reader.label-variant line 8 entry 1 leadAgency 0-4 "牵头单位" → "牵头负责单位"
 */
export function expectationOf(result: Result<ReadDocument>): string {
  if (!result.ok) return `refused ${problem(result.problem)}\n`;
  const { form, encoding, encodingCertain, outline } = result.value;
  const how = [form, encoding, encodingCertain ? null : 'uncertain'].filter((part) => part !== null).join(' ');
  const findings = (outline.findings ?? []).map(finding);
  const parts = [[how, `title ${outline.title}`, `edition ${outline.edition}`], outlineLines(outline), findings];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function outlineLines(outline: Outline): string[] {
  return [...nodes(outline)].flatMap((node) => {
    if ('entry' in node) {
      const paragraphs = entryParagraphs({ ...node.entry, items: [] }, node.depth);
      return paragraphs.map((text) => text.replaceAll('\n', '\n  '));
    }
    const { kind, number, title } = node.section;
    if (number === '' && title === '') return ['(no heading)'];
    return [(kind === 'chapter' ? chapterMark : categoryMark)(number) + title];
  });
}

function finding(of: Finding): string {
  const { severity, code, line, entry, provision, start, end, found, fix, params } = of;
  const range = start === undefined ? null : `${start}-${end ?? ''}`;
  return [
    `${severity} ${code}`,
    line === undefined ? null : `line ${line}`,
    entry === undefined ? null : `entry ${entry}`,
    provision ?? null,
    range,
    found === undefined ? null : JSON.stringify(found),
    fix === undefined ? null : `→ ${JSON.stringify(fix)}`,
    params === undefined ? null : JSON.stringify(params),
  ]
    .filter((part) => part !== null)
    .join(' ');
}

function problem({ code, params }: Problem): string {
  return params === undefined ? code : `${code} ${JSON.stringify(params)}`;
}
