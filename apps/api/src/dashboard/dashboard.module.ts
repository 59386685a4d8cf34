import { Module } from '@nestjs/common';
import { AmendmentsModule } from '../amendments/amendments.module.js';
import { EditionsModule } from '../editions/editions.module.js';
import { DashboardController } from './dashboard.controller.js';
import { DashboardService } from './dashboard.service.js';
import { RecentRepository } from './recent.repository.js';

@Module({
  imports: [AmendmentsModule, EditionsModule],
  controllers: [DashboardController],
  providers: [DashboardService, RecentRepository],
})
export class DashboardModule {}
