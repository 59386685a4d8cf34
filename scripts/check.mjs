/**
 * `npm run check`: everything that can be said of the tree without running it. Names on the command line select steps:
 * types, lint, format, arrows, generated. Ends with one line for each step; the status is the number of failures, at most 1.
 */
import { ensureInstalled } from './lib/install.mjs';
import { run } from './lib/run.mjs';

const steps = {
  types: [
    ['tsc', ['--noEmit', '-p', 'tsconfig.json']],
    ['tsc', ['--noEmit', '-p', 'apps/admin/tsconfig.json']],
  ],
  lint: [['eslint', ['--max-warnings=0', '.']]],
  format: [['prettier', ['--check', '--log-level=warn', '.']]],
  arrows: [['depcruise', ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', 'packages', 'apps', 'test']]],
  generated: [['node', ['scripts/check-generated.mjs']]],
};

await ensureInstalled((line) => console.error(line));
// The types of the API lean on the generated client.
await run('node', ['scripts/prepare.mjs', 'client']);

const wanted = process.argv.slice(2);
const names = wanted.length === 0 ? Object.keys(steps) : wanted;
const outcomes = [];
for (const name of names) {
  const commands = steps[name];
  if (commands === undefined) throw new Error(`No such step: ${name}. There are ${Object.keys(steps).join(', ')}.`);
  const started = Date.now();
  let failed = false;
  for (const [program, args] of commands) failed = (await run(program, args)) !== 0 || failed;
  outcomes.push({ name, failed, seconds: ((Date.now() - started) / 1000).toFixed(1) });
}
for (const { name, failed, seconds } of outcomes)
  console.log(`${failed ? 'FAILED' : 'passed'}  ${name} (${seconds} s)`);
process.exitCode = outcomes.some(({ failed }) => failed) ? 1 : 0;
