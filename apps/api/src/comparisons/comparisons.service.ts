import { finishComparison, ownPlace, planComparison, type Comparison, type ComparisonPlan } from '@dingben/comparison';
import type { Provisions } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import { OutlineService, type OutlineAt } from '../editions/outline/outline.service.js';
import { RevisionsService } from '../history/revisions.service.js';
import { notFound } from '../platform/http/problem.js';
import { changeOf, isClassable, nameOfHeading, unexplained, type Built } from './built.js';
import { classedEntries, type ClassedEntry } from './classed.js';
import { comparableOf } from './comparable.js';
import { ComparisonsRepository, type Side } from './comparisons.repository.js';
import { ConfirmationsRepository } from './confirmations.repository.js';
import type { Ref } from './dto/ref.js';
import { ReasonsService } from './reasons.service.js';
import { StatementsRepository, type Statement } from './statements.repository.js';

const KEPT_BYTES = 4 * 1024 * 1024;
/** What differs between two commits, as objects: several times its JSON. */
const KEPT_BUILT_BYTES = 2 * 1024 * 1024;
const UNCHANGED = { added: 0, removed: 0, moved: 0, renumbered: 0, retitled: 0, amended: 0 };

/** A comparison with people's words on its changes. */
export interface ClassedComparison extends Omit<Comparison, 'entries' | 'sections'> {
  readonly sections: readonly (Comparison['sections'][number] & Stated & { readonly change: string | null })[];
  readonly entries: readonly (ClassedEntry & Stated)[];
}

/** Why something changed, where no amendment says it and a person did. */
interface Stated {
  readonly stated: Statement | null;
}

interface Found {
  readonly built: Built;
  /** Names the two commits and everything else that the comparison is made of, but for people's words on it. */
  readonly key: string;
}

/**
 * Any two editions or commits. What a commit holds never changes, so an answer is kept by the two commits and by the number of
 * confirmations that there were; what only the commits say is kept apart, so that a confirmation compares nothing anew.
 */
@Injectable()
export class ComparisonsService {
  readonly #bodies = new Lru<Buffer>(KEPT_BYTES);
  readonly #built = new Lru<Built>(KEPT_BUILT_BYTES);

  constructor(
    private readonly repository: ComparisonsRepository,
    private readonly confirmations: ConfirmationsRepository,
    private readonly statements: StatementsRepository,
    private readonly outlines: OutlineService,
    private readonly revisions: RevisionsService,
    private readonly reasons: ReasonsService,
  ) {}

  /** 404 `comparison.not-found` where a side is not there. */
  async compare(before: Ref, after: Ref): Promise<Buffer> {
    const sides = await this.#sides(before, after);
    const key = `${keyOf(sides)} ${sides.confirmations}`;
    const kept = this.#bodies.get(key);
    if (kept !== undefined) return kept;
    const { built, key: name } = await this.#find(sides);
    const bytes = Buffer.from(JSON.stringify(await this.#classed(built)));
    if (name !== '') this.#bodies.set(key, bytes, bytes.length);
    return bytes;
  }

  /** As an object. 404 `comparison.not-found`. */
  async read(before: Ref, after: Ref): Promise<ClassedComparison> {
    const { built } = await this.#find(await this.#sides(before, after));
    return this.#classed(built);
  }

  /** What two sides say by themselves. 404 `comparison.not-found`. */
  async built(before: Ref, after: Ref): Promise<Built> {
    return (await this.#find(await this.#sides(before, after))).built;
  }

  async #classed(built: Built): Promise<ClassedComparison> {
    const ids = built.entries.filter(isClassable).map(({ serviceId }) => serviceId);
    const [confirmed, stated] = await Promise.all([
      ids.length === 0 ? [] : this.confirmations.of(ids),
      this.statements.of(unexplained(built)),
    ]);
    const withStated = <C extends { readonly change: string | null }>(one: C): C & Stated => ({
      ...one,
      stated: stated.get(one.change ?? '') ?? null,
    });
    const { schema, before, after, summary } = built;
    const sections = built.sections.map((section) => withStated({ ...section, change: nameOfHeading(section) }));
    const entries = classedEntries(built, confirmed).map(withStated);
    return { schema, before, after, summary, sections, entries };
  }

  async #sides(before: Ref, after: Ref): Promise<Sides> {
    const { before: from, after: to, people, confirmations } = await this.repository.sides(before, after);
    if (from === undefined || to === undefined) throw notFound('comparison');
    return { from, to, people, confirmations };
  }

  async #find(sides: Sides): Promise<Found> {
    const { from, to, people } = sides;
    const leaves = from.leaves ?? to.leaves;
    if (leaves !== null) return { built: equal(from, to, leaves), key: '' };
    const key = keyOf(sides);
    const kept = this.#built.get(key);
    if (kept !== undefined) return { built: kept, key };
    const built = await this.#build(from, to, people);
    this.#built.set(key, built, weightOf(built));
    return { built, key };
  }

  async #build(from: Side, to: Side, people: string): Promise<Built> {
    const [old, now] = await Promise.all([this.outlines.of(from), this.outlines.of(to)]);
    const outlines = {
      before: comparableOf(old.tree, labelOf(from), from.treeHash),
      after: comparableOf(now.tree, labelOf(to), to.treeHash),
    };
    const plan = planComparison(outlines.before, outlines.after);
    const [texts, reasons] = await Promise.all([this.#texts(plan, old, now), this.reasons.between(from, to, people)]);
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

  async #texts(plan: ComparisonPlan, old: OutlineAt, now: OutlineAt): Promise<Map<string, Provisions>> {
    const wanted = new Set(plan.hashes);
    const idByHash = new Map<string, string>();
    for (const { tree } of [old, now]) {
      for (const { revision } of tree.entries)
        if (wanted.has(revision.contentHash)) idByHash.set(revision.contentHash, revision.id);
    }
    const texts = new Map<string, Provisions>();
    for (const { contentHash, provisions } of (await this.revisions.texts([...idByHash.values()])).values()) {
      if (provisions !== null) texts.set(contentHash, provisions);
    }
    return texts;
  }
}

interface Sides {
  readonly from: Side;
  readonly to: Side;
  readonly people: string;
  readonly confirmations: string;
}

function keyOf({ from, to, people }: Sides): string {
  return `${from.id} ${to.id} ${from.isHead} ${to.isHead} ${people}`;
}

function equal(from: Side, to: Side, unchanged: number): Built {
  const summary = { ...UNCHANGED, unchanged };
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
