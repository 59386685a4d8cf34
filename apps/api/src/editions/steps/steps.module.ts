import { Module } from '@nestjs/common';
import { ChecklistRepository } from './checklist.repository.js';
import { EditionSteps } from './edition-steps.js';
import { EditionsRepository } from './editions.repository.js';

@Module({
  providers: [EditionsRepository, ChecklistRepository, EditionSteps],
  exports: [EditionsRepository, ChecklistRepository, EditionSteps],
})
export class EditionStepsModule {}
