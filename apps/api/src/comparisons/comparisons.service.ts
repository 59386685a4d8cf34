import { finishComparison, ownPlace, planComparison, type Comparison, type ComparisonPlan } from '@dingben/comparison';
import type { Provisions } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import { OutlineService, type OutlineAt } from '../editions/outline/outline.service.js';
import { RevisionsService } from '../history/revisions.service.js';
import { notFound } from '../platform/http/problem.js';
import { comparableOf } from './comparable.js';
import { ComparisonsRepository, type Side } from './comparisons.repository.js';
import type { Ref } from './dto/comparison.dto.js';
import { ReasonsService } from './reasons.service.js';

const KEPT_BYTES = 8 * 1024 * 1024;
const UNCHANGED = { added: 0, removed: 0, moved: 0, renumbered: 0, retitled: 0, amended: 0 };

/** Any two editions or commits. What a commit holds never changes, so an answer is kept by the two commits. */
@Injectable()
export class ComparisonsService {
  readonly #bodies = new Lru<Buffer>(KEPT_BYTES);

  constructor(
    private readonly repository: ComparisonsRepository,
    private readonly outlines: OutlineService,
    private readonly revisions: RevisionsService,
    private readonly reasons: ReasonsService,
  ) {}

  /** 404 `comparison.not-found` where a side is not there. */
  async compare(before: Ref, after: Ref): Promise<Buffer> {
    const { before: from, after: to, people } = await this.repository.sides(before, after);
    if (from === undefined || to === undefined) throw notFound('comparison');
    const leaves = from.leaves ?? to.leaves;
    if (leaves !== null) return Buffer.from(JSON.stringify(equal(from, to, leaves)));
    const key = `${from.id} ${to.id} ${from.isHead} ${to.isHead} ${people}`;
    const kept = this.#bodies.get(key);
    if (kept !== undefined) return kept;
    const body = Buffer.from(JSON.stringify(await this.#build(from, to, people)));
    this.#bodies.set(key, body, body.length);
    return body;
  }

  async #build(from: Side, to: Side, people: string): Promise<object> {
    const [old, now] = await Promise.all([this.outlines.of(from), this.outlines.of(to)]);
    const plan = planComparison(
      comparableOf(old.tree, labelOf(from), from.treeHash),
      comparableOf(now.tree, labelOf(to), to.treeHash),
    );
    const [texts, reasons] = await Promise.all([this.#texts(plan, old, now), this.reasons.between(from, to, people)]);
    const comparison = finishComparison(plan, texts);
    const entries = comparison.entries.map((entry) => {
      const serviceId = serviceOf(entry, old, now);
      return { ...entry, serviceId, reasons: reasons.get(serviceId) ?? [] };
    });
    return { ...comparison, entries };
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

function equal(from: Side, to: Side, unchanged: number): Comparison {
  const summary = { ...UNCHANGED, unchanged };
  return {
    schema: 'dingben.comparison/1',
    before: labelOf(from),
    after: labelOf(to),
    summary,
    sections: [],
    entries: [],
  };
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
