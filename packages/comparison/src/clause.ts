const ENDS = /[，。；;：:\n（()）]/;
/** Beyond this, what stands around is another clause's; and a text without marks is not read whole for each of its amounts. */
const LONGEST = 80;

/** The clause in which something stands. */
export function clauseAround(text: string, start: number, end: number): string {
  const before =
    text
      .slice(Math.max(0, start - LONGEST), start)
      .split(ENDS)
      .at(-1) ?? '';
  const after = text.slice(end, end + LONGEST).split(ENDS, 1)[0] ?? '';
  return before + text.slice(start, end) + after;
}
