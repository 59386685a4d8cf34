import { Module } from '@nestjs/common';
import { HistoryModule } from '../history/history.module.js';
import { PublicationsModule } from '../publications/publications.module.js';
import { ChecklistController } from './checklist.controller.js';
import { CauseCommand } from './commands/cause.command.js';
import { ForkCommand } from './commands/fork.command.js';
import { ForkRepository } from './commands/fork.repository.js';
import { EditionsController } from './editions.controller.js';
import { EditionsService } from './editions.service.js';
import { MissingCharactersService } from './missing-characters.service.js';
import { OutlineModule } from './outline/outline.module.js';
import { EditionStepsModule } from './steps/steps.module.js';

@Module({
  imports: [HistoryModule, OutlineModule, EditionStepsModule, PublicationsModule],
  controllers: [EditionsController, ChecklistController],
  providers: [EditionsService, MissingCharactersService, ForkCommand, ForkRepository, CauseCommand],
  exports: [EditionsService],
})
export class EditionsModule {}
