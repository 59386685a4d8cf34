import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { AmendmentsModule } from './amendments/amendments.module.js';
import { ComparisonsModule } from './comparisons/comparisons.module.js';
import { QuantitiesModule } from './quantities/quantities.module.js';
import { DashboardModule } from './dashboard/dashboard.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { EditionsModule } from './editions/editions.module.js';
import { EntriesModule } from './entries/entries.module.js';
import { HistoryModule } from './history/history.module.js';
import { ImportWizardModule } from './imports/wizard/import-wizard.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { ProofreadingModule } from './proofreading/proofreading.module.js';
import { PublicSiteModule } from './public-site/public-site.module.js';
import { PublicationsModule } from './publications/publications.module.js';
import { ReferencesModule } from './references/references.module.js';
import { RegistryModule } from './registry/registry.module.js';
import { StandardsModule } from './standards/standards.module.js';
import { JobsModule } from './platform/jobs/jobs.module.js';
import { PlatformModule } from './platform/platform.module.js';

/** The house: the platform, and one module for each feature. */
@Module({
  imports: [
    PlatformModule,
    JobsModule,
    AccountsModule,
    AmendmentsModule,
    ComparisonsModule,
    QuantitiesModule,
    DashboardModule,
    DocumentsModule,
    EditionsModule,
    EntriesModule,
    HistoryModule,
    ImportWizardModule,
    LedgerModule,
    ProofreadingModule,
    PublicationsModule,
    PublicSiteModule,
    ReferencesModule,
    RegistryModule,
    StandardsModule,
  ],
})
export class AppModule {}
