import { PROVISION_KEYS, type Finding } from '@dingben/outline';
import { proofreadEntries, type ProofreadEntry } from '@dingben/proofreading';
import { Injectable } from '@nestjs/common';
import type { GivenEntryDto, TextFindingDto } from './dto/proofreading.dto.js';
import { EditionTextsService } from './edition-texts.service.js';
import { FactsService } from './facts.service.js';

/** Proofreads texts that nobody has stored, as if they stood in the edition. Writes nothing. */
@Injectable()
export class TextsService {
  constructor(
    private readonly texts: EditionTextsService,
    private readonly facts: FactsService,
  ) {}

  /** 404 `edition.not-found`. */
  async findings(editionId: string, given: readonly GivenEntryDto[]): Promise<TextFindingDto[]> {
    const [{ at, notes }, facts] = await Promise.all([
      this.texts.notes(editionId),
      this.facts.of(given.flatMap(({ provisions }) => PROVISION_KEYS.flatMap((key) => provisions[key] ?? []))),
    ]);
    const paths = given.map(({ serviceId }, index) => at.tree.byService.get(serviceId ?? '')?.path ?? newPath(index));
    const entries = given.map(({ title, provisions }, index): ProofreadEntry => ({
      path: paths[index] ?? newPath(index),
      ...(title !== undefined && { title }),
      provisions,
    }));
    const findings = proofreadEntries(entries, { facts, edition: notes });
    return findings.map((finding) => form(finding, paths));
  }
}

/** A path that no entry of an edition has, for one that is not in it. */
function newPath(index: number): string {
  return `+${index}`;
}

function form(
  { entry, provision, code, severity, start, end, found, fix, params }: Finding,
  paths: string[],
): TextFindingDto {
  const index = paths.indexOf(entry ?? '');
  const shown = params?.['at']?.toString().startsWith('+') ? { ...params, at: '' } : params;
  return {
    index,
    provision: provision ?? 'title',
    code,
    severity,
    start: start ?? 0,
    end: end ?? 0,
    found: found ?? '',
    fix: fix ?? null,
    params: shown ?? {},
  };
}
