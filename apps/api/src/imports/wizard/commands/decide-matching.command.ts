import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { ProblemError, conflict, notFound } from '../../../platform/http/problem.js';
import type { DecideMatchingDto, MatchingDto } from '../dto/matching.dto.js';
import { ImportChanges } from '../import-changes.js';
import type { ImportDto } from '../dto/import.dto.js';
import { MatchingService } from '../matching/matching.service.js';
import type { Decision, OpenImport } from '../model.js';

interface Sides {
  readonly entries: ReadonlyMap<string, MatchingDto['entries'][number]>;
  readonly known: ReadonlyMap<string, MatchingDto['known'][number]>;
}

/** Keeps what a person decided of which known services the entries go on with. */
@Injectable()
export class DecideMatchingCommand {
  constructor(
    private readonly changes: ImportChanges,
    private readonly matching: MatchingService,
  ) {}

  /** 404 `edition.not-found`, `commit.not-found`; 400 for an entry or service that is not there; 409 `import.service-taken` for one that two entries take. */
  async run(id: string, version: number, input: DecideMatchingDto, person: Actor): Promise<ImportDto> {
    const seen = { id, version, states: ['read'] } as const;
    const open = await this.changes.look(person, seen);
    const decisions = input.decisions.map(decisionOf);
    const againstId = input.againstId.toLowerCase();
    const againstCommit = input.commit ?? null;
    await this.#check({ ...open, againstId, againstCommit, decisions: [] }, decisions);
    return this.changes.change(person, seen, () => ({ againstId, againstCommit, decisions }));
  }

  async #check(open: OpenImport, decisions: readonly Decision[]): Promise<void> {
    const matching = await this.matching.matching(open);
    if (matching.against === null) throw notFound('edition');
    const sides = {
      entries: new Map(matching.entries.map((entry) => [entry.key, entry])),
      known: new Map(matching.known.map((service) => [service.serviceId, service])),
    };
    const taken = new Set<string>();
    for (const [index, decision] of decisions.entries()) {
      const field = faultOf(decision, sides);
      if (field !== null) throw notAllowed(`decisions.${index}.${field}`);
      if (decision.takes !== null && taken.has(decision.takes)) {
        throw conflict('import.service-taken', { number: sides.known.get(decision.takes)?.number ?? '' });
      }
      if (decision.takes !== null) taken.add(decision.takes);
    }
  }
}

/** What of a decision names something that is not there, or a service of another form. */
function faultOf({ entry, takes, from }: Decision, { entries, known }: Sides): keyof Decision | null {
  const own = entries.get(entry);
  if (own === undefined) return 'entry';
  if (takes !== null && !from.includes(takes)) return 'takes';
  return from.every((id) => known.get(id)?.holdsItems === own.holdsItems) ? null : 'from';
}

function decisionOf({ entry, takes, from }: { entry: string; takes?: string | null; from: string[] }): Decision {
  return { entry, takes: takes?.toLowerCase() ?? null, from: from.map((id) => id.toLowerCase()) };
}

function notAllowed(field: string): ProblemError {
  return new ProblemError(400, 'request.invalid', { errors: { [field]: { code: 'field.not-allowed' } } });
}
