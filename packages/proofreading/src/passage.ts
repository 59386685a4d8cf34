import type { ProvisionKey } from '@dingben/outline';
import { normalise, regulationKeys, scanCitations, type Mention } from '@dingben/references';
import { bracketsOf } from './brackets.ts';
import { documentNumbers } from './document-numbers.ts';
import type { CitedNumber, CitedTitle, Passage } from './model.ts';

/** Reads a text once for all rules. Linear in the text. */
export function passageOf(text: string, provision?: ProvisionKey, entry?: string): Passage {
  const mentions = scanCitations(text);
  return {
    ...(entry !== undefined && { entry }),
    ...(provision !== undefined && { provision }),
    text,
    brackets: bracketsOf(text),
    citations: mentions.flatMap(cited),
    bareNumbers: mentions.flatMap(bareNumber),
    numbers: documentNumbers(text),
  };
}

function cited({ start, end, data }: Mention): CitedTitle[] {
  const { title, number } = data;
  if (typeof title !== 'string') return [];
  const written = typeof number === 'string' ? number : undefined;
  const keys = regulationKeys({ title, number: written });
  return [
    {
      start,
      end,
      titleEnd: start + title.length + 2,
      title,
      titleForm: normalise(title).replaceAll('《', '〈').replaceAll('》', '〉'),
      titleKey: keys.title ?? '',
      ...(written !== undefined && keys.number !== null && { number: written, numberKey: keys.number }),
    },
  ];
}

function bareNumber({ start, end, data: { title, number } }: Mention): CitedNumber[] {
  const numberKey = typeof number === 'string' ? regulationKeys({ number }).number : null;
  return title === undefined && numberKey !== null ? [{ start, end, numberKey }] : [];
}
