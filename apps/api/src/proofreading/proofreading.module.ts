import { Module } from '@nestjs/common';
import { OutlineModule } from '../editions/outline/outline.module.js';
import { HistoryModule } from '../history/history.module.js';
import { RegistryModule } from '../registry/registry.module.js';
import { AnswerCommand } from './commands/answer.command.js';
import { ProofreadCommand } from './commands/proofread.command.js';
import { EditionJob } from './edition-job.js';
import { EditionTextsService } from './edition-texts.service.js';
import { FactsRepository } from './facts.repository.js';
import { FactsService } from './facts.service.js';
import { FindingsController } from './findings.controller.js';
import { FindingsRepository } from './findings.repository.js';
import { ProofreadingController } from './proofreading.controller.js';
import { RunsRepository } from './runs.repository.js';
import { TextsService } from './texts.service.js';

@Module({
  imports: [OutlineModule, HistoryModule, RegistryModule],
  controllers: [FindingsController, ProofreadingController],
  providers: [
    FindingsRepository,
    AnswerCommand,
    RunsRepository,
    ProofreadCommand,
    EditionJob,
    EditionTextsService,
    FactsRepository,
    FactsService,
    TextsService,
  ],
})
export class ProofreadingModule {}
