import { finishComparison, planComparison, type Comparison, type ComparisonPlan } from '@dingben/comparison';
import type { Provisions } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import { Lru } from '../platform/lru.js';
import { OutlineService, type OutlineAt } from '../editions/outline/outline.service.js';
import { RevisionsService } from '../history/revisions.service.js';
import { notFound } from '../platform/http/problem.js';
import { comparableOf } from './comparable.js';
import { ComparisonsRepository, type Reason, type Side, type Stretch } from './comparisons.repository.js';
import type { Ref } from './dto/comparison.dto.js';

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
  ) {}

  /** 404 `comparison.not-found` where a side is not there. */
  async compare(before: Ref, after: Ref): Promise<Buffer> {
    const { sides, people } = await this.repository.sides([before, after]);
    const [from, to] = [sides.get(before.id), sides.get(after.id)];
    if (from === undefined || to === undefined) throw notFound('comparison');
    const leaves = from.leaves ?? to.leaves;
    if (from.treeHash === to.treeHash && leaves !== null) return Buffer.from(JSON.stringify(equal(from, to, leaves)));
    const key = `${from.commitId} ${to.commitId} ${from.isHead} ${to.isHead} ${people}`;
    const kept = this.#bodies.get(key);
    if (kept !== undefined) return kept;
    const body = Buffer.from(JSON.stringify(await this.#build(from, to)));
    this.#bodies.set(key, body, body.length);
    return body;
  }

  async #build(from: Side, to: Side): Promise<object> {
    const [old, now] = [await this.outlines.atCommit(from.commitId), await this.outlines.atCommit(to.commitId)];
    const plan = planComparison(
      comparableOf(old.tree, labelOf(from), from.treeHash),
      comparableOf(now.tree, labelOf(to), to.treeHash),
    );
    const comparison = finishComparison(plan, await this.#texts(plan, old, now));
    const ids = comparison.entries.map((entry) => serviceOf(entry, old, now));
    const reasons = Map.groupBy(await this.#reasons(from, to, ids), ({ serviceId }) => serviceId);
    const entries = comparison.entries.map((entry, index) => {
      const serviceId = ids[index] ?? '';
      return { ...entry, serviceId, reasons: (reasons.get(serviceId) ?? []).map(reasonForm) };
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

  /** Amendments merged on one side's way and not on the other's. */
  async #reasons(from: Side, to: Side, serviceIds: readonly string[]): Promise<Reason[]> {
    if (serviceIds.length === 0) return [];
    const [old, now] = await Promise.all([
      this.repository.lineage(from.commitId),
      this.repository.lineage(to.commitId),
    ]);
    return this.repository.reasons(stretchesBetween(old, now), serviceIds);
  }
}

type Lineage = readonly { readonly editionId: string; readonly number: number }[];

/** What only one of two lineages contains, by edition. */
export function stretchesBetween(old: Lineage, now: Lineage): Stretch[] {
  const reached = new Map(old.map(({ editionId, number }) => [editionId, number]));
  const stretches: Stretch[] = [];
  for (const { editionId, number } of now) {
    const before = reached.get(editionId) ?? 0;
    reached.delete(editionId);
    if (before !== number)
      stretches.push({ editionId, after: Math.min(before, number), upTo: Math.max(before, number) });
  }
  for (const [editionId, number] of reached) stretches.push({ editionId, after: 0, upTo: number });
  return stretches;
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

function labelOf({ label, isHead, commitNumber }: Side): string {
  return isHead ? label : `${label} #${commitNumber}`;
}

function serviceOf({ before, after }: Comparison['entries'][number], old: OutlineAt, now: OutlineAt): string {
  const code = after?.code ?? before?.code;
  const { tree } = after === null ? old : now;
  const found = code === undefined ? undefined : tree.byCode.get(code);
  if (found === undefined) throw new Error(`compared entry ${code ?? 'without code'} is not in its outline`);
  return found.serviceId;
}

function reasonForm({
  amendmentId,
  number,
  title,
  reasonClass,
  rationale,
  legalBasis,
  authors,
  approvers,
}: Reason): object {
  return { amendmentId, number, title, reasonClass, rationale, legalBasis, authors, approvers };
}
