import type { Finding } from '@dingben/outline';
import type { ReaderCode } from '../codes.ts';

/**
 * A stretch of a document as text: one paragraph a line, and findings whose `line` (1-based) is within it. A finding has `found`
 * where its text is not among the lines, and only there: so the two together are all the text.
 */
export class Fragment {
  readonly lines: string[] = [];
  readonly findings: Finding[] = [];

  push(...lines: readonly string[]): void {
    for (const line of lines) this.lines.push(line);
  }

  /** A finding about the line that comes next. */
  add(code: ReaderCode, severity: Finding['severity'], details: Pick<Finding, 'found' | 'params'> = {}): void {
    this.findings.push({ code, severity, line: this.lines.length + 1, ...details });
  }

  append(other: Fragment): void {
    this.note(other);
    this.push(...other.lines);
  }

  /** The findings of a fragment whose lines come next, in this or another form. */
  note(other: Fragment): void {
    const offset = this.lines.length;
    for (const finding of other.findings) this.findings.push({ ...finding, line: (finding.line ?? 1) + offset });
  }
}
