import { Module } from '@nestjs/common';
import { MarksRepository } from './marks.repository.js';
import { OutlineRepository } from './outline.repository.js';
import { OutlineService } from './outline.service.js';
import { OutlineViewService } from './outline-view.service.js';

@Module({
  providers: [OutlineRepository, OutlineService, MarksRepository, OutlineViewService],
  exports: [OutlineService, OutlineViewService],
})
export class OutlineModule {}
