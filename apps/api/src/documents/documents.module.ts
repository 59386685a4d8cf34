import { Module } from '@nestjs/common';
import { ComparisonsModule } from '../comparisons/comparisons.module.js';
import { OutlineModule } from '../editions/outline/outline.module.js';
import { PublicationsModule } from '../publications/publications.module.js';
import { WriteDocumentCommand } from './commands/write-document.command.js';
import { ComparedDocumentsService } from './compared-documents.service.js';
import { DocumentsController } from './documents.controller.js';
import { WriteDocumentJob } from './write-document.job.js';
import { WrittenDocumentsRepository } from './written-documents.repository.js';
import { WrittenDocumentsService } from './written-documents.service.js';
import { WritingModule } from './writing/writing.module.js';

@Module({
  imports: [ComparisonsModule, OutlineModule, PublicationsModule, WritingModule],
  controllers: [DocumentsController],
  providers: [
    ComparedDocumentsService,
    WriteDocumentCommand,
    WriteDocumentJob,
    WrittenDocumentsRepository,
    WrittenDocumentsService,
  ],
})
export class DocumentsModule {}
