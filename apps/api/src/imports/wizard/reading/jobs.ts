import { JobKind } from '../../../platform/jobs/job.js';

/** Reads the document of an import. */
export const READ_IMPORT = new JobKind<{ readonly importId: string; readonly ownerId: string }>('imports.read', 2);
