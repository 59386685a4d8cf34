import type { ProvisionKey, Provisions } from '@dingben/outline';
import { derive, mentionsIn, type Mentions, type Reference } from '@dingben/references';
import { Lru } from '../platform/lru.js';
import { itemsOf } from '../references/reference-items.js';

/** UTF-16 units of provisions whose mentions are kept, some thousands of provisions. */
const KEPT_UNITS = 250_000;
const kept = new Lru<Mentions>(KEPT_UNITS);

/** What is derived from a revision's text. Most saves change one provision of five; the others were read before. */
export function referencesOf(provisions: Provisions | null): Reference[] {
  return provisions === null ? [] : derive(provisions, remembered);
}

/** `reference_list.items` of a text, as JSON. */
export function referenceItems(provisions: Provisions | null): string {
  return itemsOf(referencesOf(provisions));
}

function remembered(provision: ProvisionKey, text: string): Mentions {
  const key = `${provision} ${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const mentions = mentionsIn(provision, text);
  kept.set(key, mentions, key.length);
  return mentions;
}
