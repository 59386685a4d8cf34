import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as app from '../../apps/api/src/create-app.ts';
import type * as comparisons from '../../apps/api/src/comparisons/comparisons.service.ts';
import type { Ref } from '../../apps/api/src/comparisons/dto/ref.ts';
import type * as outlines from '../../apps/api/src/editions/outline/outline.service.ts';
import type { World } from './world.ts';

/** The compiled API inside this process, without its transport: what the server itself does, beside bare work. */
export interface InsideApi {
  compare(before: Ref, after: Ref): Promise<Buffer>;
  outline(commitId: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function bootInside(world: World): Promise<InsideApi> {
  Object.assign(process.env, {
    NODE_ENV: 'production',
    DATABASE_URL: world.seeded.appUrl,
    DINGBEN_DATA: world.seeded.dataFolder,
    DINGBEN_ADMIN_DIST: '',
    DINGBEN_LOG: 'silent',
  });
  // The build has the same shapes as its source.
  const { createApp } = (await compiled('create-app.js')) as typeof app;
  const { ComparisonsService } = (await compiled('comparisons/comparisons.service.js')) as typeof comparisons;
  const { OutlineService } = (await compiled('editions/outline/outline.service.js')) as typeof outlines;
  const api = await createApp();
  await api.init();
  const [comparing, outlining] = [api.get(ComparisonsService), api.get(OutlineService)];
  return {
    compare: (before, after) => comparing.compare(before, after),
    outline: (commitId) => outlining.atCommit(commitId),
    close: () => api.close(),
  };
}

function compiled(file: string): Promise<unknown> {
  return import(pathToFileURL(join(process.cwd(), 'apps', 'api', 'dist', file)).href);
}
