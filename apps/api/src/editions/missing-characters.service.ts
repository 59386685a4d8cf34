import { characterName, missingCharacters } from '@dingben/writer/coverage';
import { Injectable } from '@nestjs/common';
import { RevisionsService } from '../history/revisions.service.js';
import { Lru } from '../platform/lru.js';
import { conflict } from '../platform/http/problem.js';
import { OutlineService } from './outline/outline.service.js';
import type { TreeSection } from './outline/tree.js';
import type { ChecklistItem, ChecklistLink } from './steps/checklist.repository.js';
import { EditionsRepository } from './steps/editions.repository.js';

/** Revisions whose characters are known; they never change. */
const KEPT = 20_000;

interface Place {
  readonly link: Omit<ChecklistLink, 'label'>;
  readonly name: string;
  readonly characters: readonly string[];
}

/** Characters of an edition that no font of the PDF has: it could not be published with them. */
@Injectable()
export class MissingCharactersService {
  readonly #known = new Lru<readonly string[]>(KEPT);

  constructor(
    private readonly outlines: OutlineService,
    private readonly revisions: RevisionsService,
    private readonly editions: EditionsRepository,
  ) {}

  /** 404 `edition.not-found`. */
  async item(editionId: string): Promise<ChecklistItem> {
    const places = await this.#places(editionId);
    const links = places.map(({ link, name, characters }) => ({
      ...link,
      label: `${name}：${characters.map(characterName).join('、')}`,
    }));
    return { code: 'checklist.missing-characters', blocking: true, count: places.length, clearedBy: ['editor'], links };
  }

  /** 409 `document.character-missing` (characters, count), as the writer would say at publication. */
  async assertNone(editionId: string): Promise<void> {
    const missing = [...new Set((await this.#places(editionId)).flatMap(({ characters }) => characters))];
    if (missing.length === 0) return;
    const characters = missing.map(characterName).join('、');
    throw conflict('document.character-missing', { characters, count: missing.length });
  }

  async #places(editionId: string): Promise<Place[]> {
    const [{ tree }, summary] = await Promise.all([this.outlines.current(editionId), this.editions.summary(editionId)]);
    const ofEdition = { kind: 'edition', id: editionId, people: [] } as const;
    const headings = [...[summary?.standardTitle ?? '', summary?.label ?? ''], ...titlesOf(tree.sections)].map(
      (name) => ({ link: ofEdition, name, characters: missingCharacters(name) }),
    );
    const known = await this.#ofRevisions(tree.entries.map(({ revision }) => revision.id));
    const entries = tree.entries.map(({ serviceId, path, revision }) => ({
      link: { kind: 'entry', id: serviceId, people: [] } as const,
      name: `${path} ${revision.title}`,
      characters: known.get(revision.id) ?? [],
    }));
    return [...headings, ...entries].filter(({ characters }) => characters.length > 0);
  }

  /** Only texts that were never looked at are read. */
  async #ofRevisions(ids: readonly string[]): Promise<Map<string, readonly string[]>> {
    const found = new Map<string, readonly string[]>();
    const fresh: string[] = [];
    for (const id of ids) {
      const kept = this.#known.get(id);
      if (kept === undefined) fresh.push(id);
      else found.set(id, kept);
    }
    for (const { id, title, provisions } of (await this.revisions.texts(fresh)).values()) {
      const characters = missingCharacters(title + Object.values(provisions ?? {}).join(''));
      found.set(id, characters);
      this.#known.set(id, characters, 1);
    }
    return found;
  }
}

function titlesOf(sections: readonly TreeSection[]): string[] {
  return sections.flatMap(({ title, sections: inner }) => [title, ...titlesOf(inner)]);
}
