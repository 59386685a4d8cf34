import { Module } from '@nestjs/common';
import { OutlineModule } from '../editions/outline/outline.module.js';
import { HistoryModule } from '../history/history.module.js';
import { ComparedService } from './compared.service.js';
import { ConfirmClassesCommand } from './commands/confirm-classes.command.js';
import { ComparisonsController } from './comparisons.controller.js';
import { ComparisonsRepository } from './comparisons.repository.js';
import { ComparisonsService } from './comparisons.service.js';
import { ConfirmationsRepository } from './confirmations.repository.js';
import { NotesService } from './notes.service.js';
import { ReasonsService } from './reasons.service.js';

@Module({
  imports: [OutlineModule, HistoryModule],
  controllers: [ComparisonsController],
  providers: [
    ComparisonsRepository,
    ConfirmationsRepository,
    ComparisonsService,
    ComparedService,
    NotesService,
    ReasonsService,
    ConfirmClassesCommand,
  ],
  exports: [ComparedService],
})
export class ComparisonsModule {}
