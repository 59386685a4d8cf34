import { findingKeys } from '@dingben/reader';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { conflict } from '../../../platform/http/problem.js';
import type { ImportDto } from '../dto/import.dto.js';
import type { AcceptDto } from '../dto/understanding.dto.js';
import { ImportChanges } from '../import-changes.js';
import { readingOf } from '../reading/kept.js';

/** Accepts findings as they are, or opens them again. */
@Injectable()
export class AcceptCommand {
  constructor(private readonly changes: ImportChanges) {}

  /** 409 `import.unstorable` for a character that no text may hold: that can only be put right. */
  run(id: string, version: number, { keys, accepted }: AcceptDto, person: Actor): Promise<ImportDto> {
    return this.changes.change(person, { id, version, states: ['read'] }, (open) => {
      const findings = readingOf(open).outline.findings ?? [];
      const names = findingKeys(findings);
      const named = new Set(keys);
      const unstorable = findings.some(
        ({ code }, index) => code === 'reader.forbidden-code-point' && named.has(names[index] ?? ''),
      );
      if (accepted && unstorable) throw conflict('import.unstorable');
      const known = names.filter((key) => named.has(key));
      const others = open.accepted.filter((key) => !named.has(key));
      return { accepted: accepted ? [...others, ...known] : others };
    });
  }
}
