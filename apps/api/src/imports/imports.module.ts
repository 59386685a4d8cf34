import { Module } from '@nestjs/common';
import { ImportEditionCommand } from './import-edition.command.js';
import { ImportRepository } from './import.repository.js';

@Module({
  providers: [ImportRepository, ImportEditionCommand],
  exports: [ImportEditionCommand, ImportRepository],
})
export class ImportsModule {}
