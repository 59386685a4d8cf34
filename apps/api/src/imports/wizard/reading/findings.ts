import { findingKeys, fixOf, linesOf } from '@dingben/reader';
import type { Finding } from '@dingben/outline';
import type { ReadFindingDto } from '../dto/understanding.dto.js';
import type { KeptReading } from './protocol.js';

/** Findings of severity error that nobody has accepted. */
export function openErrors(findings: readonly Finding[], accepted: readonly string[]): number {
  const known = new Set(accepted);
  const keys = findingKeys(findings);
  return findings.filter(({ severity }, index) => severity === 'error' && !known.has(keys[index] ?? '')).length;
}

/** The findings of a reading, each with its line, whether its fix can be made, and whether it was accepted. */
export function findingForms({ outline, text }: KeptReading, accepted: readonly string[]): ReadFindingDto[] {
  const findings = outline.findings ?? [];
  const keys = findingKeys(findings);
  const lines = text === null ? [] : linesOf(text);
  const known = new Set(accepted);
  return findings.map((finding, index) => {
    const { code, severity, entry, provision, line, start, end, found, fix, params } = finding;
    const key = keys[index] ?? '';
    return {
      key,
      code,
      severity,
      entry: entry ?? null,
      provision: provision ?? null,
      line: line ?? null,
      source: line === undefined ? null : (lines[line - 1] ?? null),
      start: start ?? null,
      end: end ?? null,
      found: found ?? null,
      fix: fix ?? null,
      params: params ?? {},
      fixable: text !== null && fixOf(finding, lines) !== null,
      accepted: known.has(key),
    };
  });
}
