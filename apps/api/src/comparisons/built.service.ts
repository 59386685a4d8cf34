import { finishComparison, ownPlace, planComparison, type Comparison, type ComparisonPlan } from '@dingben/comparison';
import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import { OutlineService, type OutlineAt } from '../editions/outline/outline.service.js';
import { changeOf, type Built } from './built.js';
import { comparableOf } from './comparable.js';
import { ComparedTexts } from './compared-texts.js';
import type { Side } from './comparisons.repository.js';
import { ReasonsService } from './reasons.service.js';
import type { Sides } from './sides.service.js';

/** What differs between two commits, as objects: several times its JSON. */
const KEPT_BYTES = 2 * 1024 * 1024;
const UNCHANGED = { added: 0, removed: 0, moved: 0, renumbered: 0, retitled: 0, amended: 0 };

/** What two sides say by themselves: kept by the two commits, so that a person's word compares nothing anew. */
@Injectable()
export class BuiltService {
  readonly #kept = new Lru<Built>(KEPT_BYTES);

  constructor(
    private readonly outlines: OutlineService,
    private readonly texts: ComparedTexts,
    private readonly reasons: ReasonsService,
  ) {}

  async of(sides: Sides): Promise<Built> {
    if (areEqual(sides)) return equal(sides);
    const key = keyOf(sides);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const built = await this.#build(sides);
    this.#kept.set(key, built, weightOf(built));
    return built;
  }

  async #build({ from, to, people }: Sides): Promise<Built> {
    const [old, now] = await Promise.all([this.outlines.of(from), this.outlines.of(to)]);
    const outlines = {
      before: comparableOf(old.tree, labelOf(from), from.treeHash),
      after: comparableOf(now.tree, labelOf(to), to.treeHash),
    };
    const plan = planComparison(outlines.before, outlines.after);
    const [texts, reasons] = await Promise.all([
      this.texts.of(revisionsOf(plan, old, now), people),
      this.reasons.between(from, to, people),
    ]);
    const comparison = finishComparison(plan, texts);
    const entries = comparison.entries.map((entry, index) => {
      const serviceId = serviceOf(entry, old, now);
      const planned = plan.entries[index];
      if (planned === undefined) throw new Error('a compared entry was never planned');
      const change = changeOf(serviceId, planned, outlines);
      return { ...entry, serviceId, reasons: reasons.get(serviceId) ?? [], change };
    });
    return { ...comparison, entries, editionId: to.editionId };
  }
}

/** Names the two commits and everything else that the comparison is made of, but for people's words on it. */
export function keyOf({ from, to, people }: Sides): string {
  return `${from.id} ${to.id} ${from.isHead} ${to.isHead} ${people}`;
}

/** Nothing has to be compared: the database has counted the entries. */
export function areEqual({ from, to }: Sides): boolean {
  return (from.leaves ?? to.leaves) !== null;
}

/** One for each text that the plan asks for. */
function revisionsOf(plan: ComparisonPlan, old: OutlineAt, now: OutlineAt): Iterable<string> {
  const wanted = new Set(plan.hashes);
  const idByHash = new Map<string, string>();
  for (const { tree } of [old, now]) {
    for (const { revision } of tree.entries)
      if (wanted.has(revision.contentHash)) idByHash.set(revision.contentHash, revision.id);
  }
  return idByHash.values();
}

function equal({ from, to }: Sides): Built {
  const summary = { ...UNCHANGED, unchanged: from.leaves ?? to.leaves ?? 0 };
  return {
    schema: 'dingben.comparison/1',
    before: labelOf(from),
    after: labelOf(to),
    summary,
    sections: [],
    entries: [],
    editionId: to.editionId,
  };
}

/** About two bytes a character of what differs, and the objects around each segment and evidence. */
function weightOf({ entries, sections }: Built): number {
  let weight = 1000 + 500 * sections.length;
  for (const { evidence, provisions, reasons } of entries) {
    weight += 2000 + 300 * evidence.length;
    for (const segments of Object.values(provisions)) for (const { text } of segments) weight += 100 + 2 * text.length;
    for (const { rationale, legalBasis } of reasons) weight += 8 + (rationale.length + legalBasis.length) / 8;
  }
  return weight;
}

function labelOf({ label, isHead, number }: Side): string {
  return isHead ? label : `${label} #${number}`;
}

function serviceOf(entry: Comparison['entries'][number], old: OutlineAt, now: OutlineAt): string {
  const own = ownPlace(entry);
  const code = own?.code;
  const { tree } = own === entry.after ? now : old;
  const found = code === undefined ? undefined : tree.byCode.get(code);
  if (found === undefined) throw new Error(`compared entry ${code ?? 'without code'} is not in its outline`);
  return found.serviceId;
}
