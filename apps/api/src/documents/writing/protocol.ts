import type { Result } from '@dingben/kernel';
import type { Outline } from '@dingben/outline';
import type { ComparisonTable, DocumentMeta, RevisionNotes } from '@dingben/writer';
import type { Format } from '../../publications/dto/publication.dto.js';

/** `tracked`: a docx whose changes Word accepts or rejects. */
export const TABLE_FORMS = ['docx', 'tracked', 'pdf', 'xlsx', 'html'] as const;
export type TableForm = (typeof TABLE_FORMS)[number];

export const NOTES_FORMS = ['docx', 'html'] as const;
export type NotesForm = (typeof NOTES_FORMS)[number];

/** What the writing process is asked. */
export type WritingOrder =
  | {
      readonly kind: 'standard';
      readonly forms: readonly Format[];
      readonly outline: Outline;
      readonly meta: DocumentMeta;
    }
  | {
      readonly kind: 'comparison-table';
      readonly forms: readonly TableForm[];
      readonly table: ComparisonTable;
      readonly meta: DocumentMeta;
    }
  | {
      readonly kind: 'revision-notes';
      readonly forms: readonly NotesForm[];
      readonly notes: RevisionNotes;
      readonly meta: DocumentMeta;
    };

/** The first line of the answer: how many bytes each form has. They follow, one form after the other. */
export type WritingAnswer = Result<readonly number[]>;
