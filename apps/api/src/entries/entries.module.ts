import { Module } from '@nestjs/common';
import { OutlineModule } from '../editions/outline/outline.module.js';
import { HistoryModule } from '../history/history.module.js';
import { EntriesController } from './entries.controller.js';
import { EntriesRepository } from './entries.repository.js';
import { EntriesService } from './entries.service.js';

@Module({
  imports: [OutlineModule, HistoryModule],
  controllers: [EntriesController],
  providers: [EntriesRepository, EntriesService],
})
export class EntriesModule {}
