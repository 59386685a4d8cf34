import { Module } from '@nestjs/common';
import { PublicAddressController } from './address.controller.js';
import { Answers } from './answers.js';
import { PublicDataController } from './api/public-data.controller.js';
import { PublicDataService } from './api/public-data.service.js';
import { EntryHistoryService } from './entry-history.service.js';
import { PublicPagesController } from './pages/public-pages.controller.js';
import { PublicPagesService } from './pages/public-pages.service.js';
import { PublishedRepository } from './published.repository.js';
import { PublishedService } from './published.service.js';

@Module({
  controllers: [PublicAddressController, PublicDataController, PublicPagesController],
  providers: [
    Answers,
    EntryHistoryService,
    PublicDataService,
    PublicPagesService,
    PublishedRepository,
    PublishedService,
  ],
})
export class PublicSiteModule {}
