import { isBlank } from '../characters.ts';
import type { Rule } from '../model.ts';
import { PROVISIONS } from '../reads.ts';

const STOPS = '。！？…';
/** Behind one of these more was to come; whether it was lost or the mark is wrong a person must say. */
const UNFINISHED = '，、：；,;:（(《“';

/** A provision ends with a full stop, before or behind a closing quotation mark. */
export const finalStop: Rule = {
  code: 'proofreading.final-stop',
  severity: 'warning',
  reads: PROVISIONS,
  see: ({ text }) => {
    let end = text.length;
    while (end > 0 && (isBlank(text.charAt(end - 1)) || text.charAt(end - 1) === '\n')) end--;
    const last = text.charAt(end - 1);
    if (last === '' || STOPS.includes(last)) return [];
    if (last === '”' && STOPS.includes(text.charAt(end - 2))) return [];
    // A half-width stop is the other rule's.
    if (last === '.') return [];
    if (UNFINISHED.includes(last)) return [{ start: end - 1, end }];
    return [{ start: end, end, fix: '。' }];
  },
};
