import { Injectable } from '@nestjs/common';
import { conflict } from '../../platform/http/problem.js';
import type { Tx } from '../../platform/prisma/database.js';
import { GroundRepository } from '../merge/ground.repository.js';
import { planMerge, type PlannedEdit } from '../merge/plan.js';
import type { LockedAmendment } from '../model.js';
import { EditsRepository } from './edits.repository.js';

/** Whether an addition or move could be merged where it wants to stand, beside the amendment's other edits. */
@Injectable()
export class PlaceCheck {
  constructor(
    private readonly edits: EditsRepository,
    private readonly ground: GroundRepository,
  ) {}

  /** Throws 409 `edit.place-unavailable`: no such section, parent or sibling, or a parent that can have no items. */
  async check(tx: Tx, amendment: LockedAmendment, edit: PlannedEdit): Promise<void> {
    const others = (await this.edits.ofAmendment(tx, amendment.id)).filter((other) => other.id !== edit.id);
    const edits: PlannedEdit[] = [...others, edit];
    const ground = await this.ground.around(tx, amendment.editionId, edits);
    // Only places are looked at, so one name for every revision will do.
    const { obstacles } = planMerge(edits, ground, () => '');
    if (obstacles.some(({ editId, field }) => editId === edit.id && field === 'place'))
      throw conflict('edit.place-unavailable');
  }
}
