import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SESSION_COOKIE } from './auth/sessions.js';
import { VERSION } from './version.js';

/** The OpenAPI 3.1 document of everything that the service answers, with keys in a fixed order. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Dingben')
    .setDescription('The back-office in which a government keeps its official texts.')
    .setVersion(VERSION)
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth(SESSION_COOKIE)
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return { ...document, paths: sorted(document.paths), components: sortedComponents(document) };
}

function sortedComponents({ components = {} }: OpenAPIObject): NonNullable<OpenAPIObject['components']> {
  return components.schemas === undefined ? components : { ...components, schemas: sorted(components.schemas) };
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
