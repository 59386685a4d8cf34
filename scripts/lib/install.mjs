/**
 * Installs the dependencies where they are missing or older than the lockfile. Runs on the machine's own Node (18 or
 * later) and imports nothing that has to be installed.
 */
import { createHash } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root, stateFolder } from './root.mjs';

const lockFile = join(root, 'package-lock.json');
const lockFolder = join(stateFolder, 'install.lock');
const groupFile = join(lockFolder, 'npm');
/** Written after an install of ours; where somebody else ran npm, the two lockfiles are compared instead. */
const stamp = join(root, 'node_modules', '.dingben-installed');
const hiddenLockFile = join(root, 'node_modules', '.package-lock.json');

/**
 * Whether node_modules holds what the lockfile asks for. npm writes its own copy of the lockfile as the last act of an
 * install and removes it as the first, so an install that was killed is seen here.
 */
export function isInstalled() {
  if (!existsSync(hiddenLockFile)) return false;
  try {
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return true;
    const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
    const found = JSON.parse(readFileSync(hiddenLockFile, 'utf8')).packages;
    return Object.entries(wanted).every(([path, entry]) => holds(path, entry, found[path]));
  } catch {
    return false;
  }
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

function holds(path, wanted, found) {
  if (!path.includes('node_modules/')) return true;
  // Packages for other platforms are not unpacked here.
  if (wanted.optional && found === undefined) return true;
  if (found === undefined || wanted.version !== found.version) return false;
  return wanted.link === true || existsSync(join(root, path));
}

/** Runs `npm ci` when it is needed; `log` takes one line of progress. Throws when the install fails. */
export async function ensureInstalled(log) {
  const release = await takeInstallLock(log);
  try {
    if (isInstalled()) return false;
    log('Installing dependencies from the lockfile; the first time this takes a minute or two …');
    const started = Date.now();
    const beat = setInterval(() => log(`  still installing, ${seconds(started)} s …`), 10_000);
    try {
      await runNpmCi();
    } finally {
      clearInterval(beat);
    }
    writeFileSync(stamp, lockHash());
    log(`Installed in ${seconds(started)} s.`);
    return true;
  } finally {
    release();
  }
}

function seconds(started) {
  return Math.round((Date.now() - started) / 1000);
}

function runNpmCi() {
  // The pinned Node is itself removed and unpacked again, so npm must not run on it.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')));
  const kept = Object.entries(process.env).filter(([name]) => !isOfAnOuterNpm(name));
  const env = { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
  return new Promise((resolve, reject) => {
    // A group of its own, noted in the lock: whoever ends us must be able to end all of it, now or at the next start.
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'], {
      cwd: root,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    writeFileSync(groupFile, String(npm.pid));
    const endGroup = () => {
      killGroup(npm.pid);
      process.exit(130);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, endGroup);
    npm.stdout.pipe(process.stderr);
    npm.on('error', reject);
    npm.on('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, endGroup);
      if (code === 0) resolve();
      else reject(new Error(`npm ci ended with status ${code}; its own messages stand above.`));
    });
  });
}

/** What `npm run` tells its script would be taken for settings by the npm that is started here. */
function isOfAnOuterNpm(name) {
  return /^npm_(package|lifecycle|config)_/.test(name) && !/^npm_config_(registry|cache|userconfig|cafile)$/.test(name);
}

async function takeInstallLock(log) {
  const owner = join(lockFolder, 'pid');
  let told = false;
  for (;;) {
    try {
      mkdirSync(stateFolder, { recursive: true });
      mkdirSync(lockFolder);
      writeFileSync(owner, String(process.pid));
      return () => rmSync(lockFolder, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isStale(lockFolder, owner)) {
      await endAbandonedInstall();
      rmSync(lockFolder, { recursive: true, force: true });
      continue;
    }
    if (!told) log('Another command is installing here; waiting for it …');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** An npm whose starter was killed goes on unpacking, and would fight with the next install over the same files. */
async function endAbandonedInstall() {
  if (!existsSync(groupFile)) return;
  const pid = Number(readFileSync(groupFile, 'utf8'));
  if (!Number.isInteger(pid) || pid <= 1 || !isNpm(pid)) return;
  killGroup(pid);
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** The number may by now be another program's. */
function isNpm(pid) {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('npm');
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes('npm');
  } catch {
    return false;
  }
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

function isStale(folder, owner) {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0);
    return false;
  } catch (error) {
    if (error.code === 'EPERM') return false;
    // A lock without its number is either being written this moment or was left by a killed process.
    return error.code === 'ESRCH' || ageOf(folder) > 2_000;
  }
}

function ageOf(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
