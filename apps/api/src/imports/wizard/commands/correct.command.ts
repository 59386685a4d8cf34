import { findingKeys, fixOf, linesOf, type Correction } from '@dingben/reader';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { ProblemError, conflict } from '../../../platform/http/problem.js';
import type { ImportDto } from '../dto/import.dto.js';
import type { CorrectDto } from '../dto/understanding.dto.js';
import { ImportChanges } from '../import-changes.js';
import type { Step } from '../model.js';
import { readingOf } from '../reading/kept.js';
import type { KeptReading } from '../reading/protocol.js';
import { Rereading } from '../reading/rereading.js';

const MOST_STEPS = 500;

/** Puts places of the document's text right, or takes the latest step back, and has it read again. */
@Injectable()
export class CorrectCommand {
  constructor(
    private readonly changes: ImportChanges,
    private readonly rereading: Rereading,
  ) {}

  /**
   * The fixes of the findings named by `keys`, corrections as they are given, headings that were lost: one step, all against
   * the text as it stands. 422 `import.no-text`, `import.no-fix`, `correction.text-differs`, `correction.overlaps`.
   */
  run(id: string, version: number, input: CorrectDto, person: Actor): Promise<ImportDto> {
    return this.#reread(id, version, person, (steps, reading) => {
      if (steps.length >= MOST_STEPS) throw conflict('import.too-many-steps', { max: MOST_STEPS });
      return [...steps, stepOf(input, reading)];
    });
  }

  /** Takes back what was put right last. 409 `import.nothing-to-undo`. */
  undo(id: string, version: number, person: Actor): Promise<ImportDto> {
    return this.#reread(id, version, person, (steps) => {
      if (steps.length === 0) throw conflict('import.nothing-to-undo');
      return steps.slice(0, -1);
    });
  }

  async #reread(
    id: string,
    version: number,
    person: Actor,
    next: (steps: readonly Step[], reading: KeptReading) => readonly Step[],
  ): Promise<ImportDto> {
    const seen = { id, version, states: ['read'] } as const;
    const open = await this.changes.look(person, seen);
    const kept = readingOf(open);
    const steps = next(open.steps, kept);
    // Reading takes a moment and a process; nothing is locked meanwhile, and the version is compared again.
    const result = await this.rereading.read(kept, steps);
    if (!result.ok) throw new ProblemError(422, result.problem.code, { params: result.problem.params });
    return this.changes.change(person, seen, () => ({ state: 'read', reading: JSON.stringify(result.value), steps }));
  }
}

function stepOf({ keys = [], corrections = [], headings = [] }: CorrectDto, reading: KeptReading): Step {
  const fixes = fixesOf(keys, reading);
  return {
    corrections: [
      ...fixes,
      ...corrections.map(({ line, start, end, found, replacement }) => ({ line, start, end, found, replacement })),
    ],
    headings: headings.map(({ kind, number, title, beforeEntry }) => ({ kind, number, title, beforeEntry })),
  };
}

function fixesOf(keys: readonly string[], { outline, text }: KeptReading): Correction[] {
  const findings = outline.findings ?? [];
  const named = new Map(findingKeys(findings).map((key, index) => [key, findings[index]]));
  const lines = linesOf(text ?? '');
  return keys.map((key) => {
    const finding = named.get(key);
    const fix = finding === undefined ? null : fixOf(finding, lines);
    if (fix === null) throw new ProblemError(422, 'import.no-fix');
    return fix;
  });
}
