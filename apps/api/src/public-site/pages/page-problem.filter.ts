import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemError } from '../../platform/http/problem.js';
import { problemOf } from '../../platform/http/problem.filter.js';
import { Settings } from '../../platform/settings.js';
import type { Language } from '../dto/public.query.js';
import { problemPage } from './problem-page.js';
import { inLanguage } from './shell.js';

/** Answers a person, who followed a link, with a page. */
@Catch()
export class PageProblemFilter implements ExceptionFilter {
  constructor(private readonly settings: Settings) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status === 500) request.log.error({ err: error, requestId: request.id }, 'unexpected');
    const lang = languageOf(request.query);
    const [path = ''] = request.url.split('?');
    const plain = inLanguage(path, lang);
    if (asksTooMuch(problem) && plain !== request.url) {
      // Messengers add keys of their own to what is passed on; the page is the one without them.
      void reply.status(302).header('Location', plain).header('Cache-Control', 'no-store').send('');
      return;
    }
    const { retryAfter } = problem.options;
    if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
    void reply
      .status(problem.status)
      .header('Content-Type', 'text/html; charset=utf-8')
      .header('Cache-Control', 'no-store')
      .send(problemPage({ lang, origin: this.settings.publicSite ?? '' }, problem.status));
  }
}

/** Nothing is wrong with the address but keys that nobody reads. */
function asksTooMuch({ code, options: { errors = {} } }: ProblemError): boolean {
  const fields = Object.values(errors);
  return code === 'request.invalid' && fields.length > 0 && fields.every((field) => field.code === 'field.unknown');
}

function languageOf(query: unknown): Language {
  return typeof query === 'object' && query !== null && 'lang' in query && query.lang === 'en' ? 'en' : 'zh';
}
