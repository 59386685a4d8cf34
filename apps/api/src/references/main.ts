/** Rebuilds all references: `node dist/references/main.js`, with DATABASE_URL set. Prints `{ revisions, differed }`. */
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PlatformModule } from '../platform/platform.module.js';
import { RebuildReferencesCommand } from './commands/rebuild-references.command.js';
import { ReferencesModule } from './references.module.js';

@Module({ imports: [PlatformModule, ReferencesModule] })
class RebuildApp {}

try {
  const app = await NestFactory.createApplicationContext(RebuildApp, { logger: false, abortOnError: false });
  try {
    console.log(JSON.stringify(await app.get(RebuildReferencesCommand).run()));
  } finally {
    await app.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
