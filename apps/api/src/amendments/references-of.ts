import type { ProvisionKey, Provisions } from '@dingben/outline';
import { derive, mentionsIn, type Mentions, type Reference } from '@dingben/references';
import { Lru } from '../platform/lru.js';
import { elementOf } from '../platform/prisma/array.js';

/** UTF-16 units of provisions whose mentions are kept, some ten thousand provisions. */
const KEPT_UNITS = 1_000_000;
const kept = new Lru<Mentions>(KEPT_UNITS);

/** What is derived from a revision's text. Most saves change one provision of five; the others were read before. */
export function referencesOf(provisions: Provisions | null): Reference[] {
  return provisions === null ? [] : derive(provisions, remembered);
}

const written = new WeakMap<Reference['data'], string>();

/** A reference's data as an element of an array, written once for each time that the text was read. */
export function dataElementOf({ data }: Reference): string {
  const known = written.get(data);
  if (known !== undefined) return known;
  const element = elementOf(JSON.stringify(data));
  written.set(data, element);
  return element;
}

function remembered(provision: ProvisionKey, text: string): Mentions {
  const key = `${provision} ${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const mentions = mentionsIn(provision, text);
  kept.set(key, mentions, key.length);
  return mentions;
}
