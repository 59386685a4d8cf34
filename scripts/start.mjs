/** `npm start`: installs and builds what is missing, then serves. */
import { launch } from './lib/launch.mjs';

await launch(['serve', ...process.argv.slice(2)]);
