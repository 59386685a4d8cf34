/** Writes openapi.json beside package.json: the document of this service, which the admin's client is made from. */
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { createApp } from './create-app.js';
import { openApiDocument } from './platform/openapi.js';

const app = await createApp();
const file = new URL('../openapi.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
await app.close();
