import { JobKind } from '../platform/jobs/job.js';
import type { Format } from '../publications/dto/publication.dto.js';
import type { NotesForm, TableForm } from './writing/protocol.js';

/** One document that is asked for, with the commits as they stood then: what it says does not depend on when it is written. */
export type DocumentOrder =
  | {
      readonly kind: 'standard';
      readonly editionId: string;
      readonly commit: number;
      readonly chapter: string | null;
      readonly form: Format;
    }
  | { readonly kind: 'comparison-table'; readonly before: string; readonly after: string; readonly form: TableForm }
  | { readonly kind: 'revision-notes'; readonly before: string; readonly after: string; readonly form: NotesForm };

export const WRITE_DOCUMENT = new JobKind<{ readonly order: DocumentOrder }>('documents.write', 2);
