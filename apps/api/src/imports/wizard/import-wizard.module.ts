import { Module } from '@nestjs/common';
import { AmendmentsModule } from '../../amendments/amendments.module.js';
import { PublicationsModule } from '../../publications/publications.module.js';
import { ImportsModule } from '../imports.module.js';
import { AcceptCommand } from './commands/accept.command.js';
import { ChooseEncodingCommand } from './commands/choose-encoding.command.js';
import { CompleteCommand } from './commands/complete.command.js';
import { CorrectCommand } from './commands/correct.command.js';
import { DecideMatchingCommand } from './commands/decide-matching.command.js';
import { DiscardCommand } from './commands/discard.command.js';
import { UploadCommand } from './commands/upload.command.js';
import { EditedCopy } from './finish/edited-copy.js';
import { FinishImportJob } from './finish/finish-import.job.js';
import { NewEdition } from './finish/new-edition.js';
import { ImportChanges } from './import-changes.js';
import { ImportsController } from './imports.controller.js';
import { ImportsRepository } from './imports.repository.js';
import { ImportsService } from './imports.service.js';
import { MatchingController } from './matching.controller.js';
import { KnownRepository } from './matching/known.repository.js';
import { MatchingService } from './matching/matching.service.js';
import { ReadImportJob } from './reading/read-import.job.js';
import { ReadingProcess } from './reading/reading-process.js';
import { Rereading } from './reading/rereading.js';
import { UnderstandingController } from './understanding.controller.js';

const commands = [
  AcceptCommand,
  ChooseEncodingCommand,
  CompleteCommand,
  CorrectCommand,
  DecideMatchingCommand,
  DiscardCommand,
  UploadCommand,
];

/** A document's way in: read, understood, put right, matched, and only then an edition or an amendment. */
@Module({
  imports: [ImportsModule, AmendmentsModule, PublicationsModule],
  controllers: [ImportsController, UnderstandingController, MatchingController],
  providers: [
    ...commands,
    EditedCopy,
    FinishImportJob,
    ImportChanges,
    ImportsRepository,
    ImportsService,
    KnownRepository,
    MatchingService,
    NewEdition,
    ReadImportJob,
    ReadingProcess,
    Rereading,
  ],
})
export class ImportWizardModule {}
