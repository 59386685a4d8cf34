import { Module } from '@nestjs/common';
import { CorrectReferenceCommand } from './commands/correct-reference.command.js';
import { RebuildReferencesCommand } from './commands/rebuild-references.command.js';
import { CorrectionsController } from './corrections.controller.js';
import { CorrectionsRepository } from './corrections.repository.js';
import { KnownTexts } from './known-texts.js';
import { ReferencesRepository } from './references.repository.js';

@Module({
  controllers: [CorrectionsController],
  providers: [
    CorrectionsRepository,
    ReferencesRepository,
    KnownTexts,
    CorrectReferenceCommand,
    RebuildReferencesCommand,
  ],
  exports: [RebuildReferencesCommand, KnownTexts],
})
export class ReferencesModule {}
