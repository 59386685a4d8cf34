import { Injectable } from '@nestjs/common';
import { inForceOn } from '@dingben/workflow';
import { isDay } from '../../editions/dto/is-day.js';
import { notFound } from '../../platform/http/problem.js';
import { Settings } from '../../platform/settings.js';
import { pages } from '../addresses.js';
import { Answers } from '../answers.js';
import type { InForcePageQuery, Language, LookUpPageQuery } from '../dto/public.query.js';
import { EntryHistoryService } from '../entry-history.service.js';
import { printedMark } from '../printed-mark.js';
import { PublishedService } from '../published.service.js';
import { PublicRedirect, PublicResource } from '../resource.js';
import { editionPage } from './edition-page.js';
import { entryPage } from './entry-page.js';
import { feedOf } from './feed.js';
import { historyPage } from './history-page.js';
import { problemPage } from './problem-page.js';
import { inLanguage, type View } from './shell.js';
import { indexPage, lookUpPage, noEditionPage, standardPage } from './standard-page.js';
import { STYLE, STYLE_HASH } from './style.js';
import { WORDS } from './words.js';

const HTML_TYPE = 'text/html; charset=utf-8';

/** What was published, as pages. 404 `publication.not-found`, `entry.not-found`. */
@Injectable()
export class PublicPagesService {
  readonly #origin: string;

  constructor(
    settings: Settings,
    private readonly published: PublishedService,
    private readonly histories: EntryHistoryService,
    private readonly answers: Answers,
  ) {
    this.#origin = settings.publicSite ?? '';
  }

  async index(lang: Language): Promise<PublicResource> {
    return page(lang, indexPage(this.#view(lang), await this.published.standards()));
  }

  async standard(code: string, lang: Language): Promise<PublicResource> {
    return page(lang, standardPage(this.#view(lang), await this.published.standard(code)));
  }

  async feed(code: string, lang: Language): Promise<PublicResource> {
    const text = feedOf(this.#view(lang), await this.published.standard(code));
    return PublicResource.text(text, 'application/atom+xml; charset=utf-8', 'shortly');
  }

  /** To the page of the edition in force on the day; what is behind `#` in an address goes with it. */
  async inForce(code: string, { on, lang }: InForcePageQuery): Promise<PublicResource | PublicRedirect> {
    const standard = await this.published.standard(code);
    const day = on === '' ? standard.today : on;
    const edition = isDay(day) ? inForceOn(day, standard.editions) : null;
    if (edition !== null) return new PublicRedirect(inLanguage(pages.edition(code, edition.number), lang));
    const { noDay, noneOn, date } = WORDS[lang];
    const sentence = isDay(day) ? noneOn(date(day)) : noDay;
    return page(lang, noEditionPage(this.#view(lang), standard, sentence), isDay(day) ? 404 : 400);
  }

  async lookUp({ code, lang }: LookUpPageQuery): Promise<PublicResource | PublicRedirect> {
    const { hashTooShort, hashUnknown } = WORDS[lang];
    const mark = printedMark(code);
    const matches = mark === null ? [] : await this.published.byMark(mark);
    const [only, ...others] = matches;
    if (only !== undefined && others.length === 0) {
      return new PublicRedirect(inLanguage(pages.edition(only.standard.code, only.edition.number), lang));
    }
    const missing = mark === null ? hashTooShort : hashUnknown;
    const sentence = code === '' || only !== undefined ? null : missing;
    const text = lookUpPage(this.#view(lang), { value: code, sentence, matches });
    return page(lang, text, sentence === null ? 200 : mark === null ? 400 : 404);
  }

  async edition(code: string, number: number, lang: Language): Promise<PublicResource> {
    const of = await this.published.edition(code, number);
    const name = ['edition', lang, number, of.standard];
    return this.answers.text(name, formOf(lang), async () =>
      editionPage(this.#view(lang), of, await this.published.frozen(code, number)),
    );
  }

  async entry(code: string, number: number, entry: string, lang: Language): Promise<PublicResource> {
    const { of, at } = await this.published.entry(code, number, entry);
    const now = inForceOn(of.standard.today, of.standard.editions);
    const current = now === null ? null : await this.published.frozen(code, now.number);
    const frozen = await this.published.frozen(code, number);
    return page(lang, entryPage(this.#view(lang), { of, at, frozen, current }));
  }

  /** To the provision's place on the page of its entry. */
  async provision(code: string, number: number, entry: string, lang: Language, key: string): Promise<PublicRedirect> {
    const { at } = await this.published.entry(code, number, entry);
    if (at.entry.provisions === undefined) throw notFound('entry');
    return new PublicRedirect(
      `${inLanguage(pages.entry(code, number, entry), lang)}#${encodeURIComponent(`${entry}-${key}`)}`,
    );
  }

  async history(code: string, entry: string, lang: Language): Promise<PublicResource> {
    const standard = await this.published.standard(code);
    return this.answers.text(['history page', lang, entry, standard], formOf(lang), async () =>
      historyPage(this.#view(lang), standard, entry, await this.histories.steps(standard, entry)),
    );
  }

  style(hash: string): PublicResource {
    if (hash !== STYLE_HASH) throw notFound('request');
    return PublicResource.text(STYLE, 'text/css; charset=utf-8', 'forever');
  }

  /** What stands behind an address that is none. */
  nothing(lang: Language): PublicResource {
    return page(lang, problemPage(this.#view(lang), 404), 404);
  }

  #view(lang: Language): View {
    return { lang, origin: this.#origin };
  }
}

function formOf(lang: Language): { mediaType: string; caching: 'shortly'; headers: Record<string, string> } {
  return { mediaType: HTML_TYPE, caching: 'shortly', headers: { 'Content-Language': WORDS[lang].lang } };
}

function page(lang: Language, text: string, status = 200): PublicResource {
  const { mediaType, caching, headers } = formOf(lang);
  return PublicResource.text(text, mediaType, caching, { headers, status });
}
