import { quantityTable, type TableEntry } from '@dingben/comparison';
import { Injectable } from '@nestjs/common';
import { OutlineService, type OutlineAt } from '../editions/outline/outline.service.js';
import { headings } from '../editions/outline/tree.js';
import { headingText } from '@dingben/writer';
import { RevisionsService } from '../history/revisions.service.js';
import { Lru } from '../platform/lru.js';
import { notFound } from '../platform/http/problem.js';
import type { QuantityRowDto, QuantityTableDto } from './dto/quantities.dto.js';
import { inOrder } from './order.js';
import { QuantitiesRepository, type EditionRow } from './quantities.repository.js';

/** Tables kept, by the commits that they are made of. */
const KEPT = 4;

type Entries = OutlineAt['tree']['entries'];

/** The amounts of a standard through its editions, abandoned ones left out. */
@Injectable()
export class QuantitiesService {
  readonly #tables = new Lru<QuantityTableDto>(KEPT);

  constructor(
    private readonly repository: QuantitiesRepository,
    private readonly outlines: OutlineService,
    private readonly revisions: RevisionsService,
  ) {}

  /** 404 `standard.not-found`. */
  async table(standardId: string): Promise<QuantityTableDto> {
    const standard = await this.repository.editions(standardId);
    if (standard === null) throw notFound('standard');
    const editions = inOrder(standard.editions);
    const commits = editions.map(({ id, label, state, headCommitId }) => [id, label, state, headCommitId].join(' '));
    const key = [standard.stamp, standardId, standard.title, ...commits].join('\n');
    const kept = this.#tables.get(key);
    if (kept !== undefined) return kept;
    const { id, title } = standard;
    const table = {
      standardId: id,
      title,
      editions: editions.map((edition) => ({ id: edition.id, label: edition.label, state: edition.state })),
      rows: await this.#rows(editions),
    };
    this.#tables.set(key, table, 1);
    return table;
  }

  async #rows(editions: readonly EditionRow[]): Promise<QuantityRowDto[]> {
    const trees: Entries[] = [];
    for (const { headCommitId } of editions) {
      const { tree } = await this.outlines.atCommit(headCommitId);
      trees.push(tree.entries.filter(({ revision }) => revision.leaf));
    }
    const ids = [...new Set(trees.flatMap((entries) => entries.map(({ revision }) => revision.id)))];
    const [texts, quantities] = await Promise.all([this.revisions.texts(ids), this.repository.ofRevisions(ids)]);
    const entryOf = ({ code, revision }: Entries[number]): TableEntry[] => {
      const provisions = texts.get(revision.id)?.provisions ?? null;
      if (provisions === null) return [];
      return [{ code, hash: revision.contentHash, provisions, quantities: quantities.get(revision.id) ?? [] }];
    };
    const places = placesOf(editions, trees);
    return quantityTable(trees.map((entries) => ({ entries: entries.flatMap(entryOf) }))).map(
      ({ code, cells, ...row }) => {
        const place = places.get(code);
        if (place === undefined) throw new Error(`entry ${code} has an amount and no place`);
        return { ...place, ...row, cells: [...cells] };
      },
    );
  }
}

type Place = Pick<QuantityRowDto, 'serviceId' | 'editionId' | 'number' | 'title' | 'chapter' | 'agencies'>;

/** Where the latest edition that has an entry shows it. */
function placesOf(editions: readonly EditionRow[], trees: readonly Entries[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [index, entries] of trees.entries()) {
    for (const entry of entries) {
      const { code, path, revision, serviceId } = entry;
      const chapter = headings(entry)[0];
      places.set(code, {
        serviceId,
        editionId: editions[index]?.id ?? '',
        number: path,
        title: entry.service === null ? revision.title : `${entry.service.revision.title}：${revision.title}`,
        chapter: chapter === undefined ? '' : headingText(chapter),
        agencies: [...revision.agencies],
      });
    }
  }
  return places;
}
