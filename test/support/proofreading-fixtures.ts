import { readFileSync } from 'node:fs';
import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { looseAgencyKey, type Facts, type RegulationFact } from '@dingben/proofreading';
import { regulationKeys } from '@dingben/references';

/** A finding as a fixture marks it. */
export interface Marked {
  readonly entry: string;
  readonly place: ProvisionKey | 'title';
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly fix?: string;
}

/** One edition of a few texts, what the registries know, and the findings that are marked in it. */
export interface Case {
  /** By path, in the order of the file; an entry that comes twice in a row with another text is one. */
  readonly entries: readonly { path: string; texts: ReadonlyMap<ProvisionKey | 'title', string> }[];
  readonly facts: Facts;
  readonly marked: readonly Marked[];
  /** The lines as they stand in the file. */
  readonly source: string;
}

export interface RuleFixture {
  readonly fires: readonly Case[];
  readonly silent: readonly Case[];
}

/** The cases of a rule: test/fixtures/proofreading/README.md says how they are written. */
export function proofreadingFixture(name: string): RuleFixture {
  const text = readFileSync(`test/fixtures/proofreading/${name}.txt`, 'utf8');
  const [head = '', fires = '', silent = '', ...rest] = text.split(/^== (?:应报|不报)\n/m);
  if (head !== '' || rest.length > 0 || silent === '')
    throw new Error(`${name}: not == 应报 and == 不报, in this order`);
  return { fires: cases(fires), silent: cases(silent) };
}

function cases(part: string): Case[] {
  return part
    .split(/\n\n+/)
    .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
    .filter((lines) => lines.length > 0)
    .map(caseOf);
}

function caseOf(lines: readonly string[]): Case {
  const entries: { path: string; texts: Map<ProvisionKey | 'title', string> }[] = [];
  const regulations = new Map<string, RegulationFact>();
  const agencies = new Map<string, string>();
  const marked: Marked[] = [];
  for (const line of lines) {
    const [word = '', one = '', two = '', three] = line.split(' ');
    if (word === 'fact') {
      // A status that there is not would make its case fail.
      const status = two as RegulationFact['status'];
      const keys = regulationKeys(one.endsWith('号') ? { number: one } : { title: one });
      regulations.set(keys.number ?? keys.title ?? one, { status, ...(three !== undefined && { successor: three }) });
    } else if (word === 'alias') agencies.set(looseAgencyKey(one), two);
    else {
      const { path, place, text, found } = lineOf(line);
      let entry = entries.at(-1);
      if (entry?.path !== path || entry.texts.has(place)) entries.push((entry = { path, texts: new Map() }));
      entry.texts.set(place, text);
      marked.push(...found);
    }
  }
  return { entries, facts: { regulations, agencies }, marked, source: lines.join('\n') };
}

const PLACES: readonly string[] = ['title', ...PROVISION_KEYS];

function lineOf(line: string) {
  const colon = line.indexOf(': ');
  const [place = '', path = '1'] = line.slice(0, colon).split(' ').reverse();
  if (!PLACES.includes(place)) throw new Error(`no provision: ${line}`);
  const at = place as Marked['place'];
  const { text, found } = unmarked(decoded(line.slice(colon + 2)));
  return { path, place: at, text, found: found.map((each): Marked => ({ entry: path, place: at, ...each })) };
}

function decoded(text: string): string {
  return text
    .replaceAll('⏎', '\n')
    .replaceAll(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The text without its marks, and what they mark. */
function unmarked(source: string): { text: string; found: Omit<Marked, 'entry' | 'place'>[] } {
  let text = '';
  const found: Omit<Marked, 'entry' | 'place'>[] = [];
  for (const part of source.split('⟦')) {
    if (text === '' && found.length === 0 && !part.includes('⟧')) {
      text = part;
      continue;
    }
    const [mark = '', rest = ''] = part.includes('⟧') ? part.split('⟧') : ['', part];
    const [words = '', fix] = mark.split('⇒');
    if (part.includes('⟧')) {
      const start = text.length;
      found.push({ start, end: start + words.length, found: words, ...(fix !== undefined && { fix }) });
    }
    text += words + rest;
  }
  return { text, found };
}
