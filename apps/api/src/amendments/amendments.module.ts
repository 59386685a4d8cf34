import { Module } from '@nestjs/common';
import { OutlineModule } from '../editions/outline/outline.module.js';
import { ReferencesModule } from '../references/references.module.js';
import { AmendmentsController } from './amendments.controller.js';
import { AmendmentsRepository } from './amendments.repository.js';
import { AmendmentsService } from './amendments.service.js';
import { DescribeAmendmentCommand } from './commands/describe-amendment.command.js';
import { OpenAmendmentCommand } from './commands/open-amendment.command.js';
import { OpenWithEntriesCommand } from './commands/open-with-entries.command.js';
import { AddCommentCommand } from './comments/commands/add-comment.command.js';
import { ResolveCommentCommand } from './comments/commands/resolve-comment.command.js';
import { CommentsController } from './comments/comments.controller.js';
import { CommentsRepository } from './comments/comments.repository.js';
import { CommentsService } from './comments/comments.service.js';
import { DetailsRepository } from './details.repository.js';
import { AddEditCommand } from './edits/commands/add-edit.command.js';
import { DeleteEditCommand } from './edits/commands/delete-edit.command.js';
import { ResolveConflictCommand } from './edits/commands/resolve-conflict.command.js';
import { SavePlaceCommand } from './edits/commands/save-place.command.js';
import { SaveTextCommand } from './edits/commands/save-text.command.js';
import { EditsController } from './edits/edits.controller.js';
import { EditsRepository } from './edits/edits.repository.js';
import { PlaceCheck } from './edits/place-check.js';
import { WriteEdits } from './edits/write-edits.js';
import { SavingRepository } from './edits/saving.repository.js';
import { ServicesRepository } from './edits/services.repository.js';
import { GroundRepository } from './merge/ground.repository.js';
import { MergeCommand } from './merge/merge.command.js';
import { MergeRepository } from './merge/merge.repository.js';
import { CauseEvent } from './review/cause-event.js';
import { ApproveCommand } from './review/commands/approve.command.js';
import { SendBackCommand } from './review/commands/send-back.command.js';
import { SubmitCommand } from './review/commands/submit.command.js';
import { TakeBackCommand } from './review/commands/take-back.command.js';
import { Situations } from './review/situation.js';
import { Transitions } from './review/transitions.js';
import { RevisionsRepository } from './revisions.repository.js';
import { SummariesRepository } from './summaries.repository.js';
import { TextsRepository } from './texts.repository.js';
import { Writing } from './writing.js';

const repositories = [
  AmendmentsRepository,
  CommentsRepository,
  DetailsRepository,
  EditsRepository,
  GroundRepository,
  MergeRepository,
  RevisionsRepository,
  SavingRepository,
  ServicesRepository,
  SummariesRepository,
  TextsRepository,
];
const commands = [
  AddCommentCommand,
  AddEditCommand,
  ApproveCommand,
  DeleteEditCommand,
  DescribeAmendmentCommand,
  MergeCommand,
  OpenAmendmentCommand,
  OpenWithEntriesCommand,
  ResolveCommentCommand,
  ResolveConflictCommand,
  SavePlaceCommand,
  SaveTextCommand,
  SendBackCommand,
  SubmitCommand,
  TakeBackCommand,
];

/** Amendments: the only way in which a drafted text changes. */
@Module({
  imports: [OutlineModule, ReferencesModule],
  controllers: [AmendmentsController, EditsController, CommentsController],
  providers: [
    ...repositories,
    ...commands,
    AmendmentsService,
    CauseEvent,
    CommentsService,
    PlaceCheck,
    Situations,
    Transitions,
    WriteEdits,
    Writing,
  ],
  exports: [AmendmentsService, OpenAmendmentCommand, OpenWithEntriesCommand, WriteEdits],
})
export class AmendmentsModule {}
