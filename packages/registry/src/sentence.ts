/** A sentence within a text, by UTF-16 offsets. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const ENDINGS = '。！？；\n';
/** A text without an end in sight is cut here, so that a page stays readable. */
const REACH = 300;

/** The sentence, or the sentences, in which a span stands: from behind the ending before it to the ending after it. */
export function sentenceAround(text: string, from: number, to: number): Sentence {
  let start = from;
  while (start > 0 && from - start < REACH && !ENDINGS.includes(text.charAt(start - 1))) start--;
  let end = to;
  while (end < text.length && end - to < REACH && !ENDINGS.includes(text.charAt(end))) end++;
  if (end < text.length && text.charAt(end) !== '\n' && ENDINGS.includes(text.charAt(end))) end++;
  return {
    start: onBoundary(text, start),
    end: onBoundary(text, end),
    text: text.slice(onBoundary(text, start), onBoundary(text, end)),
  };
}

/** A cut never goes through a surrogate pair. */
function onBoundary(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
