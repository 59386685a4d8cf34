import type { Finding } from '@dingben/outline';
import type { ReaderCode } from './codes.ts';
import type { Paragraph } from './paragraphs.ts';

export type Details = Partial<Omit<Finding, 'code' | 'severity'>>;

/** Collects findings about the paragraph at hand; offsets are those of the source line. */
export class Findings {
  readonly list: Finding[] = [];
  paragraph: Paragraph | null = null;

  add(code: ReaderCode, severity: Finding['severity'], details: Details = {}): void {
    this.list.push({ code, severity, ...(this.paragraph !== null && { line: this.paragraph.line }), ...details });
  }

  /** A range of the paragraph's text with what stands in it. */
  range(start: number, end: number): Details {
    const { paragraph } = this;
    if (paragraph === null) return {};
    const from = paragraph.sourceOffset(start);
    const to = end > start ? paragraph.sourceOffset(end - 1) + 1 : from;
    return { start: from, end: to, found: paragraph.text.slice(start, end) };
  }

  whole(): Details {
    return this.range(0, this.paragraph?.text.length ?? 0);
  }
}

const SEVERITIES = ['error', 'warning', 'info'];

/** In the order of the source; in one place the gravest first. Findings of an entry's line carry its path. */
export function inSourceOrder(findings: readonly Finding[], owners: ReadonlyMap<number, string>): Finding[] {
  return findings
    .map((finding) => {
      const entry = finding.entry ?? owners.get(finding.line ?? 0);
      return entry === undefined ? finding : { ...finding, entry };
    })
    .sort(
      (a, b) =>
        (a.line ?? 0) - (b.line ?? 0) ||
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        (a.start ?? 0) - (b.start ?? 0),
    );
}
