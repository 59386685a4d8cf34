/** `node scripts/prepare.mjs [client|build]`: generates and builds what is stale, without starting anything. */
import { ensureInstalled } from './lib/install.mjs';
import { prepareBuild, prepareClient } from './lib/prepare.mjs';

const log = (line) => console.error(line);
await ensureInstalled(log);
await (process.argv[2] === 'client' ? prepareClient(log) : prepareBuild(log));
