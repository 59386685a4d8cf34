import { allowedEvents, type AmendmentFacts } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { OutlineService } from '../editions/outline/outline.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { notFound } from '../platform/http/problem.js';
import { Database } from '../platform/prisma/database.js';
import { amendmentDto, contentHashOf, summaryDto, timelineDto } from './amendments.mapper.js';
import { AmendmentsRepository } from './amendments.repository.js';
import { DetailsRepository, type DetailRow } from './details.repository.js';
import type { AmendmentListQuery } from './dto/amendment-input.dto.js';
import type { AmendmentDto, AmendmentPageDto, DraftDto, TimelineDto } from './dto/amendment.dto.js';
import { editDto } from './edits/edit.mapper.js';
import { inOutlineOrder } from './edits/outline-order.js';
import { EditsRepository } from './edits/edits.repository.js';
import { frozenEdits } from './edits/frozen-edit.js';
import type { EditDto } from './edits/dto/edit.dto.js';
import { conflictsOf } from './merge/conflicts.js';
import { GroundRepository } from './merge/ground.repository.js';
import type { Conflict, EditRecord } from './model.js';
import { SummariesRepository } from './summaries.repository.js';

/** Questions about amendments; the door for other features. */
@Injectable()
export class AmendmentsService {
  constructor(
    private readonly database: Database,
    private readonly summaries: SummariesRepository,
    private readonly details: DetailsRepository,
    private readonly amendments: AmendmentsRepository,
    private readonly edits: EditsRepository,
    private readonly ground: GroundRepository,
    private readonly outlines: OutlineService,
  ) {}

  async list(query: AmendmentListQuery, actor: Actor): Promise<AmendmentPageDto> {
    const { items, total } = await this.summaries.list(query, actor.id);
    return { items: items.map(summaryDto), total };
  }

  /** 404 `amendment.not-found`. */
  async one(amendmentId: string, actor: Actor): Promise<AmendmentDto> {
    const reader = this.database.client;
    const [row, edits, published] = await Promise.all([
      this.details.one(reader, amendmentId, actor.id),
      this.edits.ofAmendment(reader, amendmentId),
      this.edits.published(reader, amendmentId),
    ]);
    if (row === null) throw notFound('amendment');
    const [conflicts, { tree }] = await Promise.all([this.conflicts(row, edits), this.outlines.current(row.editionId)]);
    const facts = factsOf(row, edits, conflicts, actor.id);
    const events = allowedEvents('amendment', { state: row.state, actor, facts });
    return amendmentDto({ row, edits, published, conflicts, tree, allowedEvents: events });
  }

  /** 404 `edit.not-found`. */
  async edit(amendmentId: string, editId: string): Promise<EditDto> {
    const reader = this.database.client;
    const [edit, editionId] = await Promise.all([
      this.edits.one(reader, amendmentId, editId),
      this.amendments.editionOf(reader, amendmentId),
    ]);
    if (edit === null || editionId === null) throw notFound('edit');
    return editDto(edit, (await this.outlines.current(editionId)).tree);
  }

  /** An edit as a command has just written it, never as somebody else left it afterwards. */
  async written(edit: EditRecord, editionId: string): Promise<EditDto> {
    return editDto(edit, (await this.outlines.current(editionId)).tree);
  }

  /** 404 `amendment.not-found`. */
  async timeline(amendmentId: string): Promise<TimelineDto> {
    const reader = this.database.client;
    const editionId = await this.editionOf(amendmentId);
    const rows = await this.details.timeline(reader, amendmentId);
    const { tree } = await this.outlines.current(editionId);
    const named = new Set(rows.flatMap(({ serviceId }) => (serviceId === null ? [] : [serviceId])));
    const absent = [...named].filter((id) => !tree.byService.has(id));
    const titles = await this.details.titles(reader, absent);
    const items = rows.map((row) => timelineDto(row, tree, titles));
    return { items, total: items.length };
  }

  /** What was submitted as 第 N 稿. 404 `amendment.not-found`, `draft.not-found`. */
  async draft(amendmentId: string, number: number): Promise<DraftDto> {
    const reader = this.database.client;
    const editionId = await this.editionOf(amendmentId);
    const draft = await this.amendments.draft(reader, amendmentId, number);
    if (draft === null) throw notFound('draft');
    const { tree } = await this.outlines.current(editionId);
    const frozen = frozenEdits(draft.edits);
    const edits = await this.edits.thaw(reader, frozen);
    const numbered = edits.map((edit, index) => ({ ...edit, number: frozen[index]?.number ?? null }));
    return {
      number: draft.number,
      contentHash: draft.contentHash,
      submittedBy: draft.submittedBy,
      submittedAt: draft.submittedAt.toISOString(),
      edits: inOutlineOrder(numbered, tree).map((edit) => editDto(edit, tree, { number: edit.number })),
    };
  }

  /** The edition of an amendment. 404 `amendment.not-found`. */
  async editionOf(amendmentId: string): Promise<string> {
    const editionId = await this.amendments.editionOf(this.database.client, amendmentId);
    if (editionId === null) throw notFound('amendment');
    return editionId;
  }

  private async conflicts(row: DetailRow, edits: readonly EditRecord[]): Promise<Conflict[]> {
    // What is decided cannot conflict any more: its texts are in the edition, or never will be.
    if (['merged', 'withdrawn', 'rejected'].includes(row.state)) return [];
    return conflictsOf(edits, await this.ground.around(this.database.client, row.editionId, edits));
  }
}

function factsOf(
  row: DetailRow,
  edits: readonly EditRecord[],
  conflicts: readonly Conflict[],
  actorId: string,
): AmendmentFacts {
  const standing = row.approvalsGiven.filter((approval) => approval.draftNumber === row.draftNumber);
  return {
    relation: row.relation,
    editCount: edits.length,
    conflictCount: conflicts.length,
    hasRationale: row.rationale.trim() !== '',
    approvals: standing.length,
    alreadyApproved: standing.some(({ approver }) => approver.id === actorId),
    requiredApprovals: row.requiredApprovals,
    editionState: row.editionState,
    currentContentHash: contentHashOf(row, edits),
  };
}
