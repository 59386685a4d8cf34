import { findForbidden } from '@dingben/kernel';
import { nodes, type Outline } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { ProblemError, conflict } from '../../../platform/http/problem.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import type { CompleteDto } from '../dto/completion.dto.js';
import type { ImportDto } from '../dto/import.dto.js';
import { FINISH_IMPORT, type FinishOrder } from '../finish/jobs.js';
import { ImportChanges } from '../import-changes.js';
import { openErrors } from '../reading/findings.js';
import { readingOf } from '../reading/kept.js';

/** The last step: orders the job that writes a new edition, or an amendment, of what was understood and decided. */
@Injectable()
export class CompleteCommand {
  constructor(
    private readonly changes: ImportChanges,
    private readonly jobs: Jobs,
  ) {}

  /**
   * 409 `import.findings-open` (params.count), `import.empty`, `import.unstorable`; whatever else stands against it is found
   * by the job, which leaves the import as it was.
   */
  run(id: string, version: number, input: CompleteDto, person: Actor): Promise<ImportDto> {
    if (input.edition !== undefined && input.amendment !== undefined) {
      throw new ProblemError(400, 'request.invalid', { errors: { amendment: { code: 'field.not-allowed' } } });
    }
    return this.changes.change(person, { id, version, states: ['read'] }, async (open, tx) => {
      const { outline } = readingOf(open);
      const count = openErrors(outline.findings ?? [], open.accepted);
      if (count > 0) throw conflict('import.findings-open', { count });
      checkStorable(outline);
      const order = { importId: id, version: version + 1, person: nameOf(person), ...targetOf(input) };
      const jobId = await this.jobs.start(tx, FINISH_IMPORT, { input: order, askedById: person.id, key: id });
      return { state: 'finishing', jobId };
    });
  }
}

function targetOf({ edition, amendment }: CompleteDto): Pick<FinishOrder, 'edition' | 'amendment'> {
  const standard = edition?.standard ?? null;
  return {
    edition:
      edition === undefined
        ? null
        : {
            label: edition.label,
            kind: edition.kind,
            standard: standard === null ? null : { code: standard.code, title: standard.title },
          },
    amendment:
      amendment === undefined
        ? null
        : {
            title: amendment.title,
            reasonClass: amendment.reasonClass,
            rationale: amendment.rationale,
            legalBasis: amendment.legalBasis,
          },
  };
}

function nameOf({ id, username, name }: Actor): FinishOrder['person'] {
  return { id, username, name };
}

/** What is JSON may hold any character, and findings speak of texts only. */
function checkStorable(outline: Outline): void {
  let entryCount = 0;
  const texts = [outline.title, outline.edition];
  for (const node of nodes(outline)) {
    if ('section' in node) texts.push(node.section.title);
    else {
      entryCount++;
      texts.push(node.entry.title, ...Object.values(node.entry.provisions ?? {}));
    }
  }
  if (entryCount === 0) throw conflict('import.empty');
  if (texts.some((text) => findForbidden(text) !== null)) throw conflict('import.unstorable');
}
