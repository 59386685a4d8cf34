import { Module } from '@nestjs/common';
import { PlatformModule } from './platform/platform.module.js';

/** The house: the platform, and one module for each feature. */
@Module({
  imports: [PlatformModule],
})
export class AppModule {}
