import { Module } from '@nestjs/common';
import { StandardsController } from './standards.controller.js';
import { StandardsRepository } from './standards.repository.js';

@Module({ controllers: [StandardsController], providers: [StandardsRepository] })
export class StandardsModule {}
