import { sentenceAround, type Cited } from '@dingben/registry';
import { WRITABLE_EDITION_STATES } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { OutlineService } from '../../editions/outline/outline.service.js';
import type { TreeEntry } from '../../editions/outline/tree.js';
import type { ImpactDto, MentionDto, TouchedEntryDto } from './dto/impact.dto.js';
import { MentionsRepository, type MentionRow } from './mentions.repository.js';

/** Which entries of the standing editions mention something, and in which sentences. */
@Injectable()
export class ImpactService {
  constructor(
    private readonly mentions: MentionsRepository,
    private readonly outlines: OutlineService,
  ) {}

  /** @param written every way in which the texts write it. */
  async of(kind: 'citation' | 'agency', written: readonly Cited[]): Promise<ImpactDto> {
    const [editions, rows] = await Promise.all([this.mentions.editions(), this.mentions.mentions(kind, written)]);
    const found = [];
    for (const { id, label, state } of editions) {
      const { tree } = await this.outlines.current(id);
      const within = rows.filter(({ editionId }) => editionId === id);
      const open = WRITABLE_EDITION_STATES.includes(state);
      found.push({ id, label, state, open, entries: touched(tree.entries, within) });
    }
    return { editions: found };
  }
}

function touched(entries: readonly TreeEntry[], rows: readonly MentionRow[]): TouchedEntryDto[] {
  const byService = Map.groupBy(rows, ({ serviceId }) => serviceId);
  return entries.flatMap(({ serviceId, path, revision }) => {
    const mentions = byService.get(serviceId);
    if (mentions === undefined) return [];
    return [
      { serviceId, number: path, title: revision.title, revisionId: revision.id, mentions: mentions.map(mentionDto) },
    ];
  });
}

function mentionDto({ provision, start, end, number, text }: MentionRow): MentionDto {
  const sentence = sentenceAround(text, start, end);
  const by = number === null ? 'title' : 'number';
  return { provision, start, end, by, sentence: { start: sentence.start, text: sentence.text } };
}
