import { Module } from '@nestjs/common';
import { OutlineModule } from '../editions/outline/outline.module.js';
import { HistoryController } from './history.controller.js';
import { HistoryRepository } from './history.repository.js';
import { HistoryService } from './history.service.js';
import { RevisionsRepository } from './revisions.repository.js';
import { RevisionsService } from './revisions.service.js';

@Module({
  imports: [OutlineModule],
  controllers: [HistoryController],
  providers: [HistoryRepository, HistoryService, RevisionsRepository, RevisionsService],
  exports: [HistoryService, RevisionsService],
})
export class HistoryModule {}
