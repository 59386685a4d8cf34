import { Module } from '@nestjs/common';
import { AnswerCommand } from './commands/answer.command.js';
import { FindingsController } from './findings.controller.js';
import { FindingsRepository } from './findings.repository.js';

@Module({ controllers: [FindingsController], providers: [FindingsRepository, AnswerCommand] })
export class ProofreadingModule {}
