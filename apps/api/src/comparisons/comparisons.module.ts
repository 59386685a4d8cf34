import { Module } from '@nestjs/common';
import { OutlineModule } from '../editions/outline/outline.module.js';
import { BuiltService } from './built.service.js';
import { ComparedTexts } from './compared-texts.js';
import { ComparedService } from './compared.service.js';
import { ConfirmClassesCommand } from './commands/confirm-classes.command.js';
import { StateReasonsCommand } from './commands/state-reasons.command.js';
import { ComparisonsController } from './comparisons.controller.js';
import { ComparisonsRepository } from './comparisons.repository.js';
import { ComparisonsService } from './comparisons.service.js';
import { ConfirmationsRepository } from './confirmations.repository.js';
import { ConfirmedChanges } from './confirmed-changes.js';
import { NotesService } from './notes.service.js';
import { ReasonsService } from './reasons.service.js';
import { SidesService } from './sides.service.js';
import { StatementsRepository } from './statements.repository.js';

@Module({
  imports: [OutlineModule],
  controllers: [ComparisonsController],
  providers: [
    ComparisonsRepository,
    ConfirmationsRepository,
    ConfirmedChanges,
    StatementsRepository,
    BuiltService,
    ComparedTexts,
    ComparisonsService,
    ComparedService,
    NotesService,
    ReasonsService,
    SidesService,
    ConfirmClassesCommand,
    StateReasonsCommand,
  ],
  exports: [ComparedService],
})
export class ComparisonsModule {}
