import { looseAgencyKey, type Facts, type RegulationFact } from '@dingben/proofreading';
import { regulationKeys, scanCitations } from '@dingben/references';
import { Injectable } from '@nestjs/common';
import { RegulationsService } from '../registry/regulations/regulations.service.js';
import { FactsRepository, type KnownAgency } from './facts.repository.js';

/** What the registries know of that which texts name, in the form in which the rules take it. */
@Injectable()
export class FactsService {
  constructor(
    private readonly facts: FactsRepository,
    private readonly regulations: RegulationsService,
  ) {}

  async of(texts: Iterable<string>): Promise<Facts> {
    const cited = citedIn(texts);
    const keys = [...cited.keys()];
    const [known, agencies] = await Promise.all([
      this.regulations.regulationFacts([...cited.values()]),
      this.facts.agencies(),
    ]);
    const regulations = new Map<string, RegulationFact>();
    for (const [index, fact] of known.entries()) {
      const key = keys[index];
      if (fact === null || key === undefined) continue;
      const successor = fact.successor === null ? undefined : citation(fact.successor);
      regulations.set(key, { status: fact.status, ...(successor !== undefined && { successor }) });
    }
    return { regulations, agencies: namesInUse(agencies) };
  }
}

/** Each regulation that the texts cite once, by the key by which a rule asks for it. */
function citedIn(texts: Iterable<string>): Map<string, { title: string | null; number: string | null }> {
  const cited = new Map<string, { title: string | null; number: string | null }>();
  for (const text of texts) {
    for (const { data } of scanCitations(text)) {
      const title = typeof data['title'] === 'string' ? data['title'] : null;
      const number = typeof data['number'] === 'string' ? data['number'] : null;
      const keys = regulationKeys({ title: title ?? undefined, number: number ?? undefined });
      const key = keys.number ?? keys.title;
      if (key !== null) cited.set(key, { title, number });
    }
  }
  return cited;
}

function citation({ title, numbers }: { readonly title: string; readonly numbers: readonly string[] }): string {
  return `《${title}》${numbers[0] === undefined ? '' : `（${numbers[0]}）`}`;
}

/** Two agencies whose names differ as two spellings of one would: which of them is meant the registry does not say. */
function namesInUse(agencies: readonly KnownAgency[]): Map<string, string> {
  const names = new Map<string, string>();
  const disputed = new Set<string>();
  for (const { name, aliases, renamedTo } of agencies) {
    for (const each of [name, ...aliases]) {
      const key = looseAgencyKey(each);
      const known = names.get(key);
      if (known !== undefined && known !== (renamedTo ?? name)) disputed.add(key);
      names.set(key, renamedTo ?? name);
    }
  }
  for (const key of disputed) names.delete(key);
  return names;
}
