import { Module } from '@nestjs/common';
import { RegistryController } from './registry.controller.js';
import { RegistryRepository } from './registry.repository.js';

@Module({ controllers: [RegistryController], providers: [RegistryRepository] })
export class RegistryModule {}
