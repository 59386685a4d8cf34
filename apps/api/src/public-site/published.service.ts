import type { EntryAt } from '@dingben/outline';
import { inForceOn, standingOn, type DatedPublication, type Standing } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import type { PrintedMark } from './printed-mark.js';
import { notFound } from '../platform/http/problem.js';
import { Lru } from '../platform/lru.js';
import { frozenOf, type Frozen } from './frozen.js';
import { PublishedRepository, type FileRow, type PublicationRow } from './published.repository.js';

/** Bytes of frozen text that stay read; in memory they take some three times as much. A text beyond it is read each time. */
const TEXTS_BOUND = 2_000_000;

/** A published edition, as it stands today. */
export interface PublishedEdition extends Omit<PublicationRow, 'code' | 'title' | 'today'> {
  readonly withdrawnFrom: string | null;
  readonly standing: Standing;
}

export interface PublishedStandard {
  readonly code: string;
  readonly title: string;
  readonly today: string;
  /** In the order of publication, never empty. */
  readonly editions: readonly PublishedEdition[];
}

/** A published edition of a standard. */
export interface PublishedOf {
  readonly standard: PublishedStandard;
  readonly edition: PublishedEdition;
}

/** What was published, for anybody: the list from the database each time, the texts once. */
@Injectable()
export class PublishedService {
  readonly #texts = new Lru<Frozen>(TEXTS_BOUND);

  constructor(private readonly repository: PublishedRepository) {}

  async standards(): Promise<PublishedStandard[]> {
    const byCode = Map.groupBy(await this.repository.all(), ({ code }) => code);
    return [...byCode.values()].map(standardOf);
  }

  /** 404 `publication.not-found`, where the standard is unknown as where nothing of it was published. */
  async standard(code: string): Promise<PublishedStandard> {
    const rows = await this.repository.ofStandard(code);
    if (rows.length === 0) throw notFound('publication');
    return standardOf(rows);
  }

  /** 404 `publication.not-found`. */
  async edition(code: string, number: number): Promise<PublishedOf> {
    const standard = await this.standard(code);
    const edition = standard.editions.find((each) => each.number === number);
    if (edition === undefined) throw notFound('publication');
    return { standard, edition };
  }

  /** The edition in force on a day, today unless told. 404 `publication.not-found` where none was. */
  async inForce(code: string, on?: string): Promise<PublishedOf> {
    const standard = await this.standard(code);
    const edition = inForceOn(on ?? standard.today, standard.editions);
    if (edition === null) throw notFound('publication');
    return { standard, edition };
  }

  /** Editions whose manifest or outline has a hash that begins so, by standard and number. */
  async byMark(mark: PrintedMark): Promise<PublishedOf[]> {
    const rows = await this.repository.byMark(mark);
    return Promise.all(rows.map(({ code, number }) => this.edition(code, number)));
  }

  /** 404 `publication.not-found`. */
  async frozen(code: string, number: number): Promise<Frozen> {
    const key = `${number} ${code}`;
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const row = await this.repository.frozen(code, number);
    if (row === null) throw notFound('publication');
    const frozen = frozenOf(row);
    this.#texts.set(key, frozen, row.json.length);
    return frozen;
  }

  /** 404 `entry.not-found` where the edition has no entry with this code. */
  async entry(code: string, number: number, entry: string): Promise<{ of: PublishedOf; at: EntryAt }> {
    const of = await this.edition(code, number);
    const at = (await this.frozen(code, number)).byCode.get(entry);
    if (at === undefined) throw notFound('entry');
    return { of, at };
  }

  /** 404 `export.not-found` where the edition has no file of this format. */
  async file(code: string, number: number, format: string): Promise<FileRow> {
    const { files } = await this.frozen(code, number);
    const file = files.find((each) => each.format === format);
    if (file === undefined) throw notFound('export');
    return file;
  }

  async bytes(code: string, number: number, format: string): Promise<Buffer> {
    const bytes = await this.repository.bytes(code, number, format);
    if (bytes === null) throw notFound('export');
    return bytes;
  }
}

function standardOf(rows: readonly PublicationRow[]): PublishedStandard {
  const [first] = rows;
  if (first === undefined) throw new Error('a standard without a publication');
  const { code, title, today } = first;
  const dated = rows.map((row) => ({ ...row, withdrawnFrom: row.withdrawal?.from ?? null }));
  return { code, title, today, editions: dated.map((row) => editionOf(row, standingOn(today, row, dated))) };
}

function editionOf(row: PublicationRow & DatedPublication, standing: Standing): PublishedEdition {
  const { number, label, effectiveDate, publishedAt, publishedOn, treeHash, manifestHash, withdrawal, withdrawnFrom } =
    row;
  const dates = { effectiveDate, publishedAt, publishedOn };
  return { number, label, ...dates, treeHash, manifestHash, withdrawal, withdrawnFrom, standing };
}
