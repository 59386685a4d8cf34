import { PROVISION_KEYS } from '@dingben/outline';
import { decideWriting } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { OutlineService } from '../../../editions/outline/outline.service.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { conflict, fromRefusal, notFound } from '../../../platform/http/problem.js';
import type { Tx } from '../../../platform/prisma/database.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AmendmentsRepository } from '../../amendments.repository.js';
import { AmendmentsService } from '../../amendments.service.js';
import type { EditRecord, RevisionText } from '../../model.js';
import { StaleVersion, orStale } from '../../stale-version.js';
import { Writing } from '../../writing.js';
import type { SaveEditDto } from '../dto/edit-input.dto.js';
import type { EditDto } from '../dto/edit.dto.js';
import { checkFields, checkForm, textOf, type GivenText } from '../edit-input.js';
import { editDto } from '../edit.mapper.js';
import { SavingRepository, type LockedEdit } from '../saving.repository.js';

interface Saved {
  readonly edit: EditRecord;
  readonly locked: LockedEdit;
  readonly amendmentVersion: number;
}

/**
 * Saves the proposed text of an edit: a new revision with its references, the edit pointing at it. The busiest write of
 * all, so it is two statements in a transaction, and the answer is built from what they return.
 */
@Injectable()
export class SaveTextCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly amendments: AmendmentsRepository,
    private readonly writing: Writing,
    private readonly saving: SavingRepository,
    private readonly queries: AmendmentsService,
    private readonly outlines: OutlineService,
    private readonly live: LiveEvents,
  ) {}

  async run(
    ids: { amendmentId: string; editId: string },
    input: SaveEditDto,
    seen: number,
    person: Actor,
  ): Promise<EditDto> {
    checkFields('text', input);
    const text = textOf(input);
    const work = this.work.run(person, (tx, actor) => this.#save(tx, ids, text, seen, actor));
    const saved = await orStale(work, () => this.queries.edit(ids.amendmentId, ids.editId));
    const { editionId } = saved.locked;
    const { amendmentId } = ids;
    const action = 'amendment.edit-saved';
    const version = saved.amendmentVersion;
    this.live.publish({ subjectType: 'amendment', subjectId: amendmentId, amendmentId, editionId, action, version });
    return editDto(saved.edit, (await this.outlines.atCommit(saved.locked.headCommitId)).tree);
  }

  async #save(
    tx: Tx,
    { amendmentId, editId }: { amendmentId: string; editId: string },
    text: GivenText,
    seen: number,
    actor: Actor,
  ): Promise<Saved> {
    const locked = await this.saving.lock(tx, amendmentId, editId, actor.id);
    if (locked === null) throw notFound('edit');
    StaleVersion.check(seen, locked.version);
    const decision = decideWriting({ state: locked.state, actor, facts: locked });
    if (!decision.ok) throw fromRefusal(decision.problem);
    const replaced = locked.proposed;
    if (replaced === null) throw conflict('edit.has-no-text');
    checkForm(text, replaced.provisions !== null);
    // Nothing was changed: nothing is written, and no approval is voided.
    if (says(replaced, text)) return { edit: locked, locked, amendmentVersion: locked.amendmentVersion };
    if (locked.relation === 'none') await this.amendments.addParticipant(tx, amendmentId, actor.id, 'author');
    if (decision.value.reopens) await this.writing.reopen(tx, { ...locked, id: amendmentId }, actor);
    const written = await this.saving.write(tx, { amendmentId, editId, locked, text, actorId: actor.id });
    const { revisionId, contentHash, updatedAt, version } = written;
    const updatedBy = { id: actor.id, name: actor.name };
    const edit = { ...locked, version, updatedBy, updatedAt, proposed: { revisionId, contentHash, ...text } };
    return { edit, locked, amendmentVersion: written.amendmentVersion };
  }
}

function says(stored: RevisionText, { title, provisions }: GivenText): boolean {
  return stored.title === title && PROVISION_KEYS.every((key) => stored.provisions?.[key] === provisions?.[key]);
}
