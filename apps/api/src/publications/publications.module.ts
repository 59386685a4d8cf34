import { Module } from '@nestjs/common';
import { OutlineModule } from '../editions/outline/outline.module.js';
import { WritingModule } from '../documents/writing/writing.module.js';
import { EditionStepsModule } from '../editions/steps/steps.module.js';
import { HistoryModule } from '../history/history.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PublishCommand } from './commands/publish.command.js';
import { DocumentService } from './document.service.js';
import { ExportService } from './export.service.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsRepository } from './publications.repository.js';
import { PublicationsService } from './publications.service.js';
import { Supersession } from './supersession.js';
import { SupersessionRepository } from './supersession.repository.js';

@Module({
  imports: [OutlineModule, EditionStepsModule, HistoryModule, LedgerModule, WritingModule],
  controllers: [PublicationsController],
  providers: [
    PublishCommand,
    DocumentService,
    ExportService,
    PublicationsRepository,
    PublicationsService,
    Supersession,
    SupersessionRepository,
  ],
  exports: [DocumentService, ExportService, PublicationsService, PublishCommand, Supersession],
})
export class PublicationsModule {}
