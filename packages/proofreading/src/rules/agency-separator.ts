import type { Rule, Seen } from '../model.ts';

/** The agencies of a list are parted by 、, not by a comma or a semicolon. */
export const agencySeparator: Rule = {
  code: 'proofreading.agency-separator',
  severity: 'info',
  reads: ['leadAgency'],
  see: ({ text }) => {
    const seen: Seen[] = [];
    let depth = 0;
    for (let at = 0; at < text.length; at++) {
      const char = text.charAt(at);
      if ('（('.includes(char)) depth++;
      else if ('）)'.includes(char)) depth = Math.max(0, depth - 1);
      else if (depth === 0 && '，,；;'.includes(char) && at + 1 < text.length)
        seen.push({ start: at, end: at + 1, fix: '、' });
    }
    return seen;
  },
};
