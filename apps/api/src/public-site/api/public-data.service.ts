import type { ProvisionKey } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import type { PrintedMark } from '../printed-mark.js';
import { notFound } from '../../platform/http/problem.js';
import { Answers } from '../answers.js';
import { EntryHistoryService } from '../entry-history.service.js';
import {
  editionForm,
  entryForm,
  ofStandardForm,
  provisionForm,
  standardForm,
  standardRef,
  stepForm,
} from '../public.mapper.js';
import { PublishedService } from '../published.service.js';
import { PublicResource } from '../resource.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const FROZEN_FORM = { mediaType: JSON_TYPE, caching: 'forever' } as const;

/** What was published, as data. 404 `publication.not-found`, `entry.not-found`, `export.not-found`. */
@Injectable()
export class PublicDataService {
  constructor(
    private readonly published: PublishedService,
    private readonly histories: EntryHistoryService,
    private readonly answers: Answers,
  ) {}

  async standards(): Promise<PublicResource> {
    return PublicResource.json({ items: (await this.published.standards()).map(standardForm) }, 'shortly');
  }

  async standard(code: string): Promise<PublicResource> {
    return PublicResource.json(standardForm(await this.published.standard(code)), 'shortly');
  }

  async inForce(code: string, on?: string): Promise<PublicResource> {
    const of = await this.published.inForce(code, on);
    return PublicResource.json({ on: on ?? of.standard.today, ...ofStandardForm(of) }, 'shortly');
  }

  async byMark(mark: PrintedMark): Promise<PublicResource> {
    const found = await this.published.byMark(mark);
    if (found.length === 0) throw notFound('publication');
    return PublicResource.json({ items: found.map(ofStandardForm) }, 'shortly');
  }

  async edition(code: string, number: number): Promise<PublicResource> {
    const of = await this.published.edition(code, number);
    return PublicResource.json(editionForm(of, await this.published.frozen(code, number)), 'shortly');
  }

  async manifest(code: string, number: number): Promise<PublicResource> {
    const { manifest } = await this.published.frozen(code, number);
    return PublicResource.text(manifest, JSON_TYPE, 'forever');
  }

  async file(code: string, number: number, format: string): Promise<PublicResource> {
    const { fileName, mediaType, sha256 } = await this.published.file(code, number, format);
    // RFC 6266: the plain name for old clients, the true one beside it.
    const named = `attachment; filename="edition.${format}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
    return new PublicResource({
      mediaType,
      caching: 'forever',
      sha256,
      body: () => this.published.bytes(code, number, format),
      headers: { 'Content-Disposition': named },
    });
  }

  /** Kept with all that they say, so that the database is not asked again. */
  entry(code: string, number: number, entry: string): Promise<PublicResource> {
    return this.answers.text(['entry', code, number, entry], FROZEN_FORM, async () => {
      const { of, at } = await this.published.entry(code, number, entry);
      return JSON.stringify(entryForm(of, at));
    });
  }

  provision(code: string, number: number, entry: string, key: ProvisionKey): Promise<PublicResource> {
    return this.answers.text(['provision', code, number, entry, key], FROZEN_FORM, async () => {
      const { of, at } = await this.published.entry(code, number, entry);
      const form = provisionForm(of, at, key);
      if (form === null) throw notFound('entry');
      return JSON.stringify(form);
    });
  }

  async history(code: string, entry: string): Promise<PublicResource> {
    const standard = await this.published.standard(code);
    const form = { mediaType: JSON_TYPE, caching: 'shortly' } as const;
    return this.answers.text(['history', entry, standard], form, async () => {
      const steps = await this.histories.steps(standard, entry);
      const forms = steps.map(({ edition, step }) => stepForm({ standard, edition }, step));
      return JSON.stringify({ standard: standardRef(standard), code: entry, steps: forms });
    });
  }
}
