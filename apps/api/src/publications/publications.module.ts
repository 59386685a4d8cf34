import { Module } from '@nestjs/common';
import { OutlineModule } from '../editions/outline/outline.module.js';
import { WritingModule } from '../documents/writing/writing.module.js';
import { EditionStepsModule } from '../editions/steps/steps.module.js';
import { HistoryModule } from '../history/history.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { CancelPlanCommand } from './commands/cancel-plan.command.js';
import { PlanCommand } from './commands/plan.command.js';
import { PublishCommand } from './commands/publish.command.js';
import { WithdrawCommand } from './commands/withdraw.command.js';
import { PlannedPublications } from './plans/planned-publications.js';
import { PlansRepository } from './plans/plans.repository.js';
import { DocumentService } from './document.service.js';
import { ExportService } from './export.service.js';
import { BundleController } from './proof/bundle.controller.js';
import { BundleService } from './proof/bundle.service.js';
import { ProofRepository } from './proof/proof.repository.js';
import { PublicationsController } from './publications.controller.js';
import { PublicationsRepository } from './publications.repository.js';
import { PublicationsService } from './publications.service.js';
import { Supersession } from './supersession.js';
import { SupersessionRepository } from './supersession.repository.js';

@Module({
  imports: [OutlineModule, EditionStepsModule, HistoryModule, LedgerModule, WritingModule],
  controllers: [PublicationsController, BundleController],
  providers: [
    PublishCommand,
    PlanCommand,
    CancelPlanCommand,
    WithdrawCommand,
    PlansRepository,
    PlannedPublications,
    BundleService,
    ProofRepository,
    DocumentService,
    ExportService,
    PublicationsRepository,
    PublicationsService,
    Supersession,
    SupersessionRepository,
  ],
  exports: [
    DocumentService,
    ExportService,
    PublicationsService,
    PublishCommand,
    PlanCommand,
    CancelPlanCommand,
    WithdrawCommand,
    Supersession,
  ],
})
export class PublicationsModule {}
