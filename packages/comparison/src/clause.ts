const ENDS = '，。；;：:\n（()）';
/** Beyond this, what stands around is another clause's; and a text without marks is not read whole for each of its amounts. */
const LONGEST = 80;

/** The clause in which something stands. */
export function clauseAround(text: string, start: number, end: number): string {
  let [from, to] = [start, end];
  while (from > 0 && start - from < LONGEST && !ENDS.includes(text.charAt(from - 1))) from--;
  while (to < text.length && to - end < LONGEST && !ENDS.includes(text.charAt(to))) to++;
  return text.slice(from, to);
}
