import { Module } from '@nestjs/common';
import { OutlineModule } from '../editions/outline/outline.module.js';
import { HistoryModule } from '../history/history.module.js';
import { QuantitiesController } from './quantities.controller.js';
import { QuantitiesRepository } from './quantities.repository.js';
import { QuantitiesService } from './quantities.service.js';

@Module({
  imports: [OutlineModule, HistoryModule],
  controllers: [QuantitiesController],
  providers: [QuantitiesRepository, QuantitiesService],
})
export class QuantitiesModule {}
