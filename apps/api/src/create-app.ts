import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyReply, type FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { AppModule } from './app.module.js';
import { serveAdmin } from './platform/http/admin-files.js';
import { BODY_LIMIT, readOnlyJson } from './platform/http/body.js';
import { problemOf, sendProblem } from './platform/http/problem.filter.js';
import { addSecurityHeaders } from './platform/http/security-headers.js';
import { validationPipe } from './platform/http/validation.js';
import { openApiDocument } from './platform/openapi.js';
import { sweepAtRest } from './platform/sweep-at-rest.js';
import { PUBLIC_ROUTES, addPublicHeaders } from './public-site/headers.js';
import { Settings } from './platform/settings.js';

/** The service, ready to listen: transport, access, validation and the document that describes it. */
export async function createApp(): Promise<NestFastifyApplication> {
  const settings = new Settings();
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapterOf(settings), {
    bodyParser: false,
    logger:
      settings.logLevel === 'silent' ? false : new ConsoleLogger({ json: true, logLevels: ['fatal', 'error', 'warn'] }),
    abortOnError: false,
    forceCloseConnections: true,
  });
  const fastify = app.getHttpAdapter().getInstance();
  readOnlyJson(fastify);
  sweepAtRest(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    addSecurityHeaders(request, reply);
    addPublicHeaders(request.url, reply);
    done();
  });
  app.setGlobalPrefix('api', { exclude: [...PUBLIC_ROUTES] });
  app.useGlobalPipes(validationPipe());
  app.enableShutdownHooks();
  if (settings.adminFolder !== null) await serveAdmin(fastify, settings.adminFolder);
  serveDocument(app);
  return app;
}

function adapterOf(settings: Settings): FastifyAdapter {
  return new FastifyAdapter({
    logger: settings.logLevel === 'silent' ? false : { level: settings.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    trustProxy: settings.proxies === 0 ? false : (_address: string, hop: number) => hop < settings.proxies,
    skipMiddie: true,
    multipart: false,
    frameworkErrors: answerUnroutable,
  });
}

/** An address that the router cannot read reaches no hook, so its answer gets the headers here. */
function answerUnroutable(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  addSecurityHeaders(request, reply);
  sendProblem(reply, problemOf(error));
}

/** The document is made at the first request for it: it costs more than the rest of the start. */
function serveDocument(app: NestFastifyApplication): void {
  let document: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', (_request, reply) => {
      document ??= JSON.stringify(openApiDocument(app));
      return reply.header('Content-Type', 'application/json; charset=utf-8').send(document);
    });
}
