import { Module } from '@nestjs/common';
import { EditionWriter } from './edition-writer.js';
import { ImportEditionCommand } from './import-edition.command.js';
import { ImportRepository } from './import.repository.js';

/** Editions that come in as they were issued: what the seed, the command line and the wizard write them with. */
@Module({
  providers: [ImportRepository, EditionWriter, ImportEditionCommand],
  exports: [ImportEditionCommand, ImportRepository, EditionWriter],
})
export class ImportsModule {}
