import { treeHash } from '@dingben/outline/hash';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/http/problem.js';
import { Batch } from '../../platform/prisma/batch.js';
import { Lru } from '../../platform/lru.js';
import { Changes } from './changes.js';
import { OutlineRepository, type CommitRow, type Head } from './outline.repository.js';
import { buildTree, hashNodes, type PlacementRow, type RevisionInfo, type SectionRow, type Tree } from './tree.js';
import { redo, undo } from './undo.js';

/** An edition's outline as it stood at one commit. It never changes. */
export interface OutlineAt {
  readonly commit: CommitRow;
  readonly tree: Tree;
  /** What each service showed in the edition that this one was forked from. */
  readonly base: ReadonlyMap<string, string>;
}

interface Placed {
  readonly at: OutlineAt;
  readonly sections: readonly SectionRow[];
  readonly placements: readonly PlacementRow[];
}

/** Entries whose outline is kept, over all commits: three of 10,000, which a comparison of two commits takes; an entry costs a kilobyte. */
const KEPT_ENTRIES = 32_000;
const KEPT_REVISIONS = 30_000;
const KEPT_CHANGES_BYTES = 2 * 1024 * 1024;

/** Outlines by commit: built once from rows, proved by their tree hash, then served from memory. */
@Injectable()
export class OutlineService {
  readonly #placed = new Lru<Placed>(KEPT_ENTRIES);
  readonly #revisions = new Lru<RevisionInfo>(KEPT_REVISIONS);
  /** The latest commit of each edition whose outline was built. */
  readonly #latest = new Map<string, string>();
  readonly #bases = new Lru<ReadonlyMap<string, string>>(KEPT_ENTRIES);
  readonly #building = new Map<string, Promise<Placed>>();
  readonly #heads: Batch<Head>;
  readonly #changes: Changes;

  constructor(private readonly repository: OutlineRepository) {
    this.#changes = new Changes(repository, new Lru(KEPT_CHANGES_BYTES));
    this.#heads = new Batch(
      async (ids) => new Map((await repository.heads(ids)).map((head) => [head.editionId, head])),
    );
  }

  /** The edition's latest commit as the database has it now. 404 `edition.not-found`. */
  async head(editionId: string): Promise<Head> {
    const head = await this.#heads.get(editionId);
    if (head === undefined) throw notFound('edition');
    return head;
  }

  async current(editionId: string): Promise<OutlineAt> {
    return (await this.#placedAt(await this.head(editionId))).at;
  }

  /** The outline at an earlier commit, by undoing what came after. 404 `commit.not-found`. */
  async at(editionId: string, number: number): Promise<OutlineAt> {
    const placed = await this.#placedAt(await this.head(editionId));
    if (placed.at.commit.number === number) return placed.at;
    const commit = await this.repository.commitByNumber(editionId, number);
    if (commit === null) throw notFound('commit');
    return (await this.#once(commit.id, () => this.#undone(placed, commit))).at;
  }

  /** 404 `commit.not-found`. */
  async atCommit(commitId: string): Promise<OutlineAt> {
    const kept = this.#placed.get(commitId);
    return kept === undefined ? this.of(await this.commit(commitId)) : kept.at;
  }

  /** The outline at a commit that the caller has read: where a later one of its edition is kept, only what came between is asked for. */
  async of(commit: CommitRow): Promise<OutlineAt> {
    const newer = this.#placed.get(this.#latest.get(commit.editionId) ?? '');
    if (newer === undefined || newer.at.commit.number < commit.number) return this.at(commit.editionId, commit.number);
    return (await this.#once(commit.id, () => this.#undone(newer, commit))).at;
  }

  /** 404 `commit.not-found`. */
  async commit(commitId: string): Promise<CommitRow> {
    const commit = await this.repository.commitById(commitId);
    if (commit === null) throw notFound('commit');
    return commit;
  }

  #placedAt(head: Head): Promise<Placed> {
    return this.#once(head.commitId, async () => {
      const known = await this.#followed(head);
      if (known !== null) return known;
      // May be a later commit than asked for, never an earlier one: the newest is what the caller wants.
      const rows = await this.repository.placed(head.editionId);
      if (rows === null) throw notFound('edition');
      return this.#proved(rows.commit, rows.sections, rows.placements);
    });
  }

  /** From an earlier head that is kept, by what has changed since: a merge in a long edition costs what it changed. */
  async #followed(head: Head): Promise<Placed | null> {
    const earlier = this.#placed.get(this.#latest.get(head.editionId) ?? '');
    if (earlier === undefined) return null;
    const commit = await this.commit(head.commitId);
    const from = earlier.at.commit.number;
    if (commit.number < from) return null;
    const { all } = await this.#changes.between(head.editionId, from, commit.number);
    return this.#proved(commit, earlier.sections, redo(earlier.placements, all));
  }

  #isBefore({ editionId, number }: CommitRow): boolean {
    const latest = this.#placed.get(this.#latest.get(editionId) ?? '');
    return latest !== undefined && number < latest.at.commit.number;
  }

  async #undone(newer: Placed, commit: CommitRow): Promise<Placed> {
    const { all, read } = await this.#changes.between(commit.editionId, commit.number, newer.at.commit.number);
    // Who looks at one commit looks at its neighbours next: what they show is asked for along with it.
    const nearby = read.flatMap(({ before }) => (before === null ? [] : [before.revisionId]));
    return this.#proved(commit, newer.sections, undo(newer.placements, all), nearby);
  }

  async #once(commitId: string, make: () => Promise<Placed>): Promise<Placed> {
    const kept = this.#placed.get(commitId) ?? this.#building.get(commitId);
    if (kept !== undefined) return kept;
    const building = make().finally(() => this.#building.delete(commitId));
    this.#building.set(commitId, building);
    const placed = await building;
    const { commit } = placed.at;
    this.#placed.set(commit.id, placed, placed.placements.length);
    if (!this.#isBefore(commit)) this.#latest.set(commit.editionId, commit.id);
    return placed;
  }

  /** Builds the outline and proves it. A tree that does not hash to its commit's hash is an error, never an answer. */
  async #proved(
    commit: CommitRow,
    sections: readonly SectionRow[],
    placements: readonly PlacementRow[],
    nearby: readonly string[] = [],
  ): Promise<Placed> {
    const [revisions, base] = await Promise.all([
      this.#infos([...placements.map((row) => row.revisionId), ...nearby]),
      this.#baseOf(commit.editionId),
    ]);
    const tree = buildTree({ sections, placements, revisions });
    const hash = treeHash(hashNodes(tree.sections));
    if (hash !== commit.treeHash)
      throw new Error(`commit ${commit.id} says tree ${commit.treeHash}, its rows give ${hash}`);
    return { at: { commit, tree, base }, sections, placements };
  }

  /** What an edition was forked from is frozen, so this holds for every commit of it. */
  async #baseOf(editionId: string): Promise<ReadonlyMap<string, string>> {
    const kept = this.#bases.get(editionId);
    if (kept !== undefined) return kept;
    const base = await this.repository.baseRevisions(editionId);
    this.#bases.set(editionId, base, base.size);
    return base;
  }

  async #infos(ids: readonly string[]): Promise<Map<string, RevisionInfo>> {
    const load = async (missing: readonly string[]) =>
      (await this.repository.revisions(missing)).map((info) => [info.id, info] as const);
    return this.#revisions.through(ids, load, () => 1);
  }
}
