import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { PlatformModule } from './platform/platform.module.js';

/** The house: the platform, and one module for each feature. */
@Module({
  imports: [PlatformModule, AccountsModule],
})
export class AppModule {}
