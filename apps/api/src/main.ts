import 'reflect-metadata';
import { createApp } from './create-app.js';
import { DatabaseGuard } from './platform/database-guard.js';
import { Settings } from './platform/settings.js';

const app = await createApp();
try {
  await app.get(DatabaseGuard).check();
  const { port, host } = app.get(Settings);
  await app.listen({ port, host });
  // Whoever started the service with port 0 reads the address here.
  console.log(JSON.stringify({ listening: await app.getUrl() }));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  await app.close();
  process.exitCode = 1;
}
