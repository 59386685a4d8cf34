/**
 * Imports one document: `node dist/imports/main.js FILE STANDARD-CODE [final|consultation-draft]`, with DATABASE_URL set.
 * Prints `{ editionId, created }`; the status is 1 where the file cannot be taken as it is.
 */
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PlatformModule } from '../platform/platform.module.js';
import { ImportEditionCommand } from './import-edition.command.js';
import { readOutlineFile } from './import-file.js';
import { ImportsModule } from './imports.module.js';

@Module({ imports: [PlatformModule, ImportsModule] })
class ImportApp {}

const [file = '', standardCode = '', kind = 'final'] = process.argv.slice(2);
try {
  if (file === '' || standardCode === '') throw new Error('Name a file and the code of the standard.');
  if (kind !== 'final' && kind !== 'consultation-draft') throw new Error('The kind is final or consultation-draft.');
  const outline = readOutlineFile(file);
  const app = await NestFactory.createApplicationContext(ImportApp, { logger: false, abortOnError: false });
  try {
    const imported = await app.get(ImportEditionCommand).run(outline, { standardCode, kind });
    console.log(JSON.stringify(imported));
  } finally {
    await app.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
