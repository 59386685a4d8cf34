import type { MatchingDto } from '../dto/matching.dto.js';
import type { OpenImport } from '../model.js';
import type { KnownServices, Matching } from './held-against.js';
import type { Against } from './known.repository.js';

export function toMatchingDto(
  { version, againstCommit }: OpenImport,
  against: Against | null,
  known: KnownServices | null,
  { incoming, entries }: Matching,
): MatchingDto {
  const idOf = (index: number): string => known?.serviceIds[index] ?? '';
  return {
    against: against === null ? null : { ...againstForm(against), commit: againstCommit },
    known: (known?.outline.entries ?? []).map(({ code, number, title, holdsItems }, index) => {
      return { serviceId: idOf(index), code: code ?? '', number, title, holdsItems };
    }),
    entries: entries.map(({ key, kind, takes, from, certain, decided, likely }, index) => {
      const { number = '', title = '', holdsItems = false } = incoming.entries[index] ?? {};
      const services = { takes: takes === null ? null : idOf(takes), from: from.map(idOf), likely: likely.map(idOf) };
      return { key, number, title, holdsItems, kind, certain, decided, ...services };
    }),
    version,
  };
}

function againstForm({
  id,
  label,
  state,
  standardCode,
  standardTitle,
}: Against): Pick<Against, 'id' | 'label' | 'state' | 'standardCode' | 'standardTitle'> {
  return { id, label, state, standardCode, standardTitle };
}
