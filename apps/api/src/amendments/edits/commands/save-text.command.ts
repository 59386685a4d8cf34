import { PROVISION_KEYS } from '@dingben/outline';
import { decideWriting } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { OutlineService } from '../../../editions/outline/outline.service.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { ProblemError, conflict, fromRefusal, notFound } from '../../../platform/http/problem.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AmendmentsService } from '../../amendments.service.js';
import type { EditRecord, RevisionText } from '../../model.js';
import { RevisionsRepository } from '../../revisions.repository.js';
import { StaleVersion, orStale } from '../../stale-version.js';
import { Writing } from '../../writing.js';
import type { SaveEditDto } from '../dto/edit-input.dto.js';
import type { EditDto } from '../dto/edit.dto.js';
import { checkFields, checkForm, textOf, type GivenText } from '../edit-input.js';
import { editDto } from '../edit.mapper.js';
import { EditsRepository } from '../edits.repository.js';
import { SavingRepository, type SeenEdit, type WrittenText } from '../saving.repository.js';

interface SaveRequest {
  readonly amendmentId: string;
  readonly editId: string;
  /** The edit's version that the person saw. */
  readonly seen: number;
  /** No more is asked for than the new version. */
  readonly minimal: boolean;
}

interface Saving extends SaveRequest {
  readonly text: GivenText;
}

/** What a save answers: the version, and the whole edit for those who want it. */
export interface SavedText {
  readonly version: number;
  readonly whole: () => EditDto;
}

/**
 * Saves the proposed text of an edit: a new revision with its references, the edit pointing at it. It is the busiest write,
 * so an author's save in a draft is decided on what was just read and written, with others that arrive together, by one
 * statement that checks it again. Any other save, and one that the statement passed over, takes the long way under the rows'
 * locks.
 */
@Injectable()
export class SaveTextCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly writing: Writing,
    private readonly edits: EditsRepository,
    private readonly revisions: RevisionsRepository,
    private readonly saving: SavingRepository,
    private readonly queries: AmendmentsService,
    private readonly outlines: OutlineService,
    private readonly live: LiveEvents,
  ) {}

  async run(request: SaveRequest, input: SaveEditDto, person: Actor): Promise<SavedText> {
    checkFields('text', input);
    const { amendmentId, editId } = request;
    const saving = { ...request, text: textOf(input) };
    return orStale(this.#save(saving, person), () => this.queries.edit(amendmentId, editId));
  }

  async #save(saving: Saving, person: Actor): Promise<SavedText> {
    const { amendmentId, editId, text, minimal } = saving;
    const edit = await this.saving.see(amendmentId, editId, person.id);
    if (edit === null) throw notFound('edit');
    const { tree } = await this.outlines.atCommit(edit.headCommitId);
    const saved = (now: EditRecord): SavedText => ({ version: now.version, whole: () => editDto(now, tree) });
    const decision = this.#decide(edit, saving, person);
    // Nothing was changed: nothing is written, and no approval is voided.
    if (decision === 'same') return saved(edit);
    const quick =
      decision === 'quick'
        ? await this.work.runTogether(person, () => this.saving.write({ seen: edit, text, minimal, actor: person }))
        : null;
    if (quick === null) {
      const { written, version } = await this.#saveLocked(saving, person);
      this.#publish(edit, version);
      return saved(written);
    }
    this.#publish(edit, quick.amendmentVersion);
    return saved(savedEdit(edit, quick, person));
  }

  #decide(edit: SeenEdit, { text, seen }: Saving, person: Actor): 'same' | 'quick' | 'locked' {
    // It may be this very command, sent twice at once: that is told apart where its key is spent.
    if (seen !== edit.version) return 'locked';
    if (edit.roles === null) throw new ProblemError(401, 'session.missing');
    const actor = { ...person, roles: edit.roles };
    const decision = decideWriting({ state: edit.state, actor, facts: edit });
    if (!decision.ok) throw fromRefusal(decision.problem);
    if (edit.proposed === null) throw conflict('edit.has-no-text');
    checkForm(text, edit.proposed.provisions !== null);
    if (says(edit.proposed, text)) return 'same';
    return edit.relation === 'author' && !decision.value.reopens ? 'quick' : 'locked';
  }

  /** The long way: makes a co-author, takes the amendment back to a draft. Gives the edit and the amendment's new version. */
  #saveLocked(saving: Saving, person: Actor): Promise<{ readonly written: EditRecord; readonly version: number }> {
    const { amendmentId, editId, text, seen } = saving;
    return this.work.run(person, async (tx, actor) => {
      const opened = await this.writing.begin(tx, amendmentId, actor);
      const edit = await this.edits.one(tx, amendmentId, editId);
      if (edit === null) throw notFound('edit');
      StaleVersion.check(seen, edit.version);
      const { revisionId } = await this.revisions.insert(tx, {
        serviceId: edit.serviceId,
        parentId: edit.proposed?.revisionId ?? null,
        mergedWithId: null,
        ...text,
        authorId: actor.id,
        amendmentId,
      });
      await this.edits.propose(tx, editId, revisionId, actor.id);
      const version = await this.writing.finish(tx, opened);
      return { written: await this.edits.written(tx, amendmentId, editId), version };
    });
  }

  #publish({ amendmentId, editionId }: SeenEdit, version: number): void {
    const action = 'amendment.edit-saved';
    this.live.publish({ subjectType: 'amendment', subjectId: amendmentId, amendmentId, editionId, action, version });
  }
}

function says(stored: RevisionText, { title, provisions }: GivenText): boolean {
  return stored.title === title && PROVISION_KEYS.every((key) => stored.provisions?.[key] === provisions?.[key]);
}

function savedEdit(edit: SeenEdit, { proposed, version, updatedAt }: WrittenText, { id, name }: Actor): SeenEdit {
  return { ...edit, version, updatedAt, updatedBy: { id, name }, proposed };
}
