/**
 * Loads what a new database begins with: the first accounts and the bundled standard. May run any number of times: what
 * is there is left alone. The passwords are in accounts.json in the data folder, which only its owner can read.
 */
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { fileURLToPath } from 'node:url';
import { AccountsModule } from './accounts/accounts.module.js';
import { FirstAccounts } from './accounts/first-accounts.js';
import { ImportEditionCommand } from './imports/import-edition.command.js';
import { readOutlineFile } from './imports/import-file.js';
import { ImportsModule } from './imports/imports.module.js';
import { PlatformModule } from './platform/platform.module.js';

const BUNDLED = 'beijing-basic-public-service-standard-2023-draft';
const STANDARD_CODE = 'beijing-basic-public-services';

@Module({ imports: [PlatformModule, AccountsModule, ImportsModule] })
class SeedApp {}

function bundled(name: string): string {
  return fileURLToPath(new URL(`../../../prisma/seed/${name}`, import.meta.url));
}

const app = await NestFactory.createApplicationContext(SeedApp, { logger: false, abortOnError: false });
try {
  const made = await app.get(FirstAccounts).ensure();
  const outline = readOutlineFile(bundled(`${BUNDLED}.txt`), bundled(`${BUNDLED}.headings.json`));
  const plan = { standardCode: STANDARD_CODE, kind: 'consultation-draft' } as const;
  const { editionId, created } = await app.get(ImportEditionCommand).run(outline, plan);
  console.log(JSON.stringify({ accounts: made, editionId, created }));
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
} finally {
  await app.close();
}
