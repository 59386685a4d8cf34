import type { ComparedEntry } from '@dingben/comparison';
import { ok, refuse, type Result } from '@dingben/kernel';
import {
  comparisonTable,
  namedParts,
  partsWithoutReason,
  revisionNotes,
  titleLines,
  type DocumentMeta,
  type Outlines,
} from '@dingben/writer';
import { Injectable } from '@nestjs/common';
import { ComparedService } from '../comparisons/compared.service.js';
import type { Ref } from '../comparisons/dto/ref.js';
import { ProblemError, conflict, type ProblemEntry } from '../platform/http/problem.js';
import { documentMeta } from '../publications/document-meta.js';
import { DocumentService } from '../publications/document.service.js';
import { reasonsOf, type ReasonedComparison } from './reasons.js';
import type { NotesForm, TableForm, WritingOrder } from './writing/protocol.js';

/** What is to be written of two commits, and the name of its file without an ending. */
export interface ComparedOrder {
  readonly order: WritingOrder;
  readonly names: readonly string[];
}

/** The comparison table and the revision notes of two commits, as the comparison page shows them. */
@Injectable()
export class ComparedDocumentsService {
  constructor(
    private readonly compared: ComparedService,
    private readonly documents: DocumentService,
  ) {}

  /**
   * Makes sure, before a job is made, that a table can be: 409 `comparison-table.unchanged`,
   * `comparison-table.reason-missing` with every entry that lacks one.
   */
  async assertReasons(before: Ref, after: Ref): Promise<void> {
    const { from, to, comparison } = await this.compared.compared(before, after);
    if (namedParts(comparison).length === 0) throw conflict('comparison-table.unchanged');
    const missing = partsWithoutReason(comparison, reasonsOf(comparison));
    if (missing.length === 0) return;
    const services = new Map<ComparedEntry, string>(comparison.entries.map((entry) => [entry, entry.serviceId]));
    const entries = missing.map(({ name, entry }): ProblemEntry => {
      const editionId = entry?.after === null ? from.editionId : to.editionId;
      return { name, editionId, serviceId: (entry && services.get(entry)) ?? null };
    });
    const params = { count: missing.length, rows: missing.map(({ name }) => name).join('、') };
    throw new ProblemError(409, 'comparison-table.reason-missing', { params, entries });
  }

  /** Refuses as `comparisonTable` of packages/writer does. 404 `comparison.not-found`. */
  async table(before: Ref, after: Ref, form: TableForm): Promise<Result<ComparedOrder>> {
    const { comparison, outlines, meta, work } = await this.#read(before, after);
    if (namedParts(comparison).length === 0) return refuse('comparison-table.unchanged');
    const table = comparisonTable(comparison, outlines, reasonsOf(comparison));
    if (!table.ok) return table;
    const marks = form === 'tracked' ? ['（修订标记）'] : [];
    const names = [work, '修订对照表', sidesOf(comparison), ...marks];
    return ok({ order: { kind: 'comparison-table', forms: [form], table: table.value, meta }, names });
  }

  /** 404 `comparison.not-found`. */
  async notes(before: Ref, after: Ref, form: NotesForm): Promise<ComparedOrder> {
    const { comparison, meta, work } = await this.#read(before, after);
    const order = { kind: 'revision-notes', forms: [form], notes: revisionNotes(comparison), meta } as const;
    return { order, names: [work, '编制说明', sidesOf(comparison)] };
  }

  async #read(
    before: Ref,
    after: Ref,
  ): Promise<{
    readonly comparison: ReasonedComparison;
    readonly outlines: Outlines;
    readonly meta: DocumentMeta;
    readonly work: string;
  }> {
    const { from, to, comparison } = await this.compared.compared(before, after);
    const [old, now] = [
      await this.documents.document(from.editionId, from.number),
      await this.documents.document(to.editionId, to.number),
    ];
    return {
      comparison,
      outlines: { before: old.outline, after: now.outline },
      meta: documentMeta(now.facts, now.at.commit),
      work: titleLines(now.outline)[0] ?? '',
    };
  }
}

function sidesOf({ before, after }: Pick<ReasonedComparison, 'before' | 'after'>): string {
  return `（${before}→${after}）`;
}
