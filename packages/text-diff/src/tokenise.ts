import { isDigit, isLatin, isMark, isNumeral, isSpace, nextBeginning, runEnd } from './characters.ts';
import { followsDecree, issuerStart, latinEnd, ordinalEnd, titleEnd, yearNumberEnd } from './document-atom.ts';
import { numeralEnd, quantityEnd } from './quantity-atom.ts';

/** `atom`: never cut (文号, 《title》, 2650元, 35-64岁, 第十二条). `plain`: a run of text not cut into words yet. */
export type TokenKind = 'atom' | 'word' | 'mark' | 'space' | 'plain';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** Intl.Segmenter costs far more than its length on long strings in some engines; no clause comes near this. */
const LONGEST_RUN = 128;
const LEVELS = new Set(['市', '区', '省', '县', '乡', '镇']);
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The text as atoms, words and single marks. Joined, the tokens are the text, whatever it holds. */
export function tokenise(text: string): string[] {
  return wordsOf([scan(text)]).flatMap((side) => side.map((token) => token.text));
}

/** The first, cheap pass: atoms, marks, white space, and the plain runs between them. One step forward a unit. */
export function scan(text: string): Token[] {
  const tokens: Token[] = [];
  let done = 0;
  const emit = (kind: TokenKind, start: number, end: number): void => {
    if (start > done) tokens.push({ kind: 'plain', text: text.slice(done, start) });
    tokens.push({ kind, text: text.slice(start, end) });
    done = end;
  };
  for (let at = nextBeginning(text, 0); at < text.length; at = nextBeginning(text, Math.max(at + 1, done))) {
    const end = atomEnd(text, at);
    if (end > at) emit('atom', atomStart(text, done, at, end), end);
    else if (isSpace(text[at])) emit('space', at, runEnd(text, at, isSpace));
    else if (isMark(text[at])) emit('mark', at, at + 1);
  }
  if (done < text.length) tokens.push({ kind: 'plain', text: text.slice(done) });
  return tokens;
}

/** Runs that were cut already: what two texts have in common is most of both. */
export type CutRuns = Map<string, readonly Token[]>;

const NONE: ReadonlySet<string> = new Set();

/**
 * The second pass: plain runs cut into words, but for those that are to stay whole.
 *
 * @param sides whose runs are cut together: that is cheaper.
 */
export function wordsOf(sides: readonly (readonly Token[])[], known: CutRuns = new Map(), whole = NONE): Token[][] {
  const isCut = ({ kind, text }: Token): boolean => kind === 'plain' && !whole.has(text);
  const open = new Set<string>();
  for (const tokens of sides)
    for (const token of tokens) if (isCut(token) && !known.has(token.text)) open.add(token.text);
  cutRuns(open, known);
  const cutSide = (tokens: readonly Token[]): Token[] => {
    const found: Token[] = [];
    for (const token of tokens) {
      if (!isCut(token)) found.push(token);
      else for (const word of known.get(token.text) ?? []) found.push(word);
    }
    return found;
  };
  return sides.map(cutSide);
}

/** Asked once for many runs, with a line break between any two, the segmenter is three times as fast as asked for each. */
function cutRuns(runs: Iterable<string>, known: CutRuns): void {
  let [batch, length]: [string[], number] = [[], 0];
  for (const run of runs) {
    if (run.length === 1 || run.length >= LONGEST_RUN) known.set(run, words(run));
    else {
      if (length + run.length > LONGEST_RUN) {
        cutBatch(batch, known);
        [batch, length] = [[], 0];
      }
      batch.push(run);
      length += run.length;
    }
  }
  cutBatch(batch, known);
}

function cutBatch(batch: readonly string[], known: CutRuns): void {
  if (batch.length === 0) return;
  let [at, found]: [number, Token[]] = [0, []];
  for (const { segment } of segmenter.segment(batch.join('\n'))) {
    if (segment !== '\n') pushWord(found, segment);
    else {
      known.set(batch[at] ?? '', found);
      [at, found] = [at + 1, []];
    }
  }
  known.set(batch[at] ?? '', found);
}

function words(run: string): Token[] {
  if (run.length === 1) return [{ kind: 'word', text: run }];
  const found: Token[] = [];
  for (let start = 0, end; start < run.length; start = end) {
    end = Math.min(run.length, start + LONGEST_RUN);
    // Never between the two halves of a character outside the basic plane.
    if (end < run.length && /[\ud800-\udbff]/.test(run[end - 1] ?? '')) end++;
    for (const { segment } of segmenter.segment(run.slice(start, end))) pushWord(found, segment);
  }
  return found;
}

/** 市级 and 区级 stand in every 支出责任 and in no dictionary. */
function pushWord(found: Token[], text: string): void {
  const last = found.at(-1)?.text;
  if (text === '级' && last !== undefined && LEVELS.has(last))
    found[found.length - 1] = { kind: 'word', text: last + text };
  else found.push({ kind: 'word', text });
}

function atomEnd(text: string, at: number): number {
  const unit = text[at];
  if (unit === '《') return titleEnd(text, at);
  if (unit === '第') return ordinalEnd(text, at);
  if (isDigit(unit)) return quantityEnd(text, at);
  if (isLatin(unit)) return latinEnd(text, at);
  if (isNumeral(unit)) return numeralEnd(text, at);
  return yearNumberEnd(text, at);
}

/** A 文号 reaches back over its issuer; every other atom starts where it was found. */
function atomStart(text: string, done: number, at: number, end: number): number {
  const numbered = text[end - 1] === '号' && (isMark(text[at]) || followsDecree(text, done, at));
  const standard = isDigit(text[at]) && text.slice(at - 2, at) === '建标' && at - 2 >= done;
  return numbered || standard ? issuerStart(text, done, at) : at;
}
