import type { ProvisionKey } from '@dingben/outline';
import { normalise, regulationKeys, scanCitations } from '@dingben/references';
import { bracketsOf } from './brackets.ts';
import { documentNumbers } from './document-numbers.ts';
import type { CitedTitle, Passage } from './model.ts';

/** Reads a text once for all rules. Linear in the text. */
export function passageOf(text: string, provision?: ProvisionKey, entry?: string): Passage {
  return {
    ...(entry !== undefined && { entry }),
    ...(provision !== undefined && { provision }),
    text,
    brackets: bracketsOf(text),
    citations: scanCitations(text).map(cited),
    numbers: documentNumbers(text),
  };
}

function cited({ start, end, data }: ReturnType<typeof scanCitations>[number]): CitedTitle {
  const title = String(data['title']);
  const number = data['number'];
  const written = typeof number === 'string' ? number : undefined;
  const keys = regulationKeys({ title, number: written });
  return {
    start,
    end,
    titleEnd: start + title.length + 2,
    title,
    titleForm: normalise(title).replaceAll('《', '〈').replaceAll('》', '〉'),
    titleKey: keys.title ?? '',
    ...(written !== undefined && keys.number !== null && { number: written, numberKey: keys.number }),
  };
}
