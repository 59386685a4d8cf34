/**
 * `npm test`: installs and builds what is missing, runs every layer on a real PostgreSQL, and ends with the plain line
 * `N passed, N failed`. Names of layers select some of them; whatever else is given goes to Jest.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { prepareBuild, prepareClient } from './lib/prepare.mjs';
import { runNode } from './lib/run.mjs';
import { root } from './lib/root.mjs';

const layers = ['unit', 'integration', 'e2e', 'faults', 'browser'];
// These drive what is built; the others import the source.
const builtLayers = ['e2e', 'faults', 'browser'];
const log = (line) => console.error(line);

const given = process.argv.slice(2);
const wanted = given.filter((name) => layers.includes(name));
const others = given.filter((name) => !layers.includes(name));
const selected = wanted.length === 0 ? layers : wanted;

const { passed, failed } = await outcome();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function outcome() {
  try {
    await ensureInstalled(log);
    if (selected.some((layer) => builtLayers.includes(layer))) await prepareBuild(log);
    else await prepareClient(log);
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
  const folder = mkdtempSync(join(tmpdir(), 'dingben-results-'));
  try {
    return await runGroups(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What drives several processes at once has the machine to itself: its waits would otherwise measure the other tests. */
async function runGroups(folder) {
  const together = {
    layers: ['unit', 'integration', 'e2e'],
    workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  };
  const alone = { layers: ['faults', 'browser'], workers: 1 };
  const total = { passed: 0, failed: 0 };
  for (const { layers: group, workers } of [together, alone]) {
    const chosen = group.filter((layer) => selected.includes(layer));
    if (chosen.length === 0) continue;
    const { passed, failed } = await runJest(join(folder, `${chosen[0]}.json`), chosen, workers);
    total.passed += passed;
    total.failed += failed;
  }
  if (total.passed + total.failed > 0) return total;
  log('No test was found, which proves nothing.');
  return { passed: 0, failed: 1 };
}

async function runJest(results, chosen, workers) {
  const options = ['--json', `--outputFile=${results}`, `--maxWorkers=${workers}`, '--selectProjects', ...chosen];
  const status = await runNode(
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      // A handle that a failed test left open must not hold up the closing line; a path may name no file of a group.
      '--forceExit',
      '--passWithNoTests',
      ...options,
      ...(others.length === 0 ? [] : ['--', ...others]),
    ],
    // Jest's own summary goes to standard error; what it writes to standard output is the same as JSON.
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return counted(results, status);
}

/** A file that could not run, or a Jest that ended badly without naming a test, is a failure too. */
function counted(results, status) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(results, 'utf8'));
    const named = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: named === 0 && status !== 0 ? 1 : named };
  } catch {
    log(`Jest ended with status ${status} and left no results.`);
    return { passed: 0, failed: 1 };
  }
}
