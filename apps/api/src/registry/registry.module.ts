import { Module } from '@nestjs/common';
import { AmendmentsModule } from '../amendments/amendments.module.js';
import { OutlineModule } from '../editions/outline/outline.module.js';
import { RegistryActsRepository } from './acts/acts.repository.js';
import { ImpactService } from './impact/impact.service.js';
import { MentionsRepository } from './impact/mentions.repository.js';
import { MentionsService } from './impact/mentions.service.js';
import { AgenciesController } from './agencies/agencies.controller.js';
import { AgenciesRepository } from './agencies/agencies.repository.js';
import { AgenciesService } from './agencies/agencies.service.js';
import { ChangeAgencyCommand } from './agencies/commands/change-agency.command.js';
import { OpenForAgencyCommand } from './agencies/commands/open-for-agency.command.js';
import { SucceedAgenciesCommand } from './agencies/commands/succeed.command.js';
import { AgencyNames } from './agencies/known-agencies.js';
import { RegistryController } from './registry.controller.js';
import { RegistryRepository } from './registry.repository.js';
import { ChangeRegulationCommand } from './regulations/commands/change.command.js';
import { MergeRegulationCommand } from './regulations/commands/merge.command.js';
import { OpenForRegulationCommand } from './regulations/commands/open-for-regulation.command.js';
import { RegisterRegulationCommand } from './regulations/commands/register.command.js';
import { ImportRegulationsCommand } from './regulations/imports/import.command.js';
import { RegulationImportsController } from './regulations/imports/imports.controller.js';
import { TableProcess } from './regulations/imports/table-process.js';
import { KnownRegulations } from './regulations/known-regulations.js';
import { RegulationsController } from './regulations/regulations.controller.js';
import { RegulationsRepository } from './regulations/regulations.repository.js';
import { RegulationsService } from './regulations/regulations.service.js';

/** The registries: what texts mention, what is known of it, and which entries a change of it touches. */
@Module({
  imports: [AmendmentsModule, OutlineModule],
  controllers: [AgenciesController, RegistryController, RegulationImportsController, RegulationsController],
  providers: [
    RegistryActsRepository,
    RegistryRepository,
    MentionsRepository,
    MentionsService,
    ImpactService,
    RegulationsRepository,
    AgenciesRepository,
    AgencyNames,
    AgenciesService,
    ChangeAgencyCommand,
    OpenForAgencyCommand,
    SucceedAgenciesCommand,
    KnownRegulations,
    RegulationsService,
    TableProcess,
    ChangeRegulationCommand,
    ImportRegulationsCommand,
    MergeRegulationCommand,
    OpenForRegulationCommand,
    RegisterRegulationCommand,
  ],
  exports: [RegulationsService],
})
export class RegistryModule {}
