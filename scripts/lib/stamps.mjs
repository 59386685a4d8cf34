/** Stamps: what a step was made from, as a hash of its inputs, so that a step whose inputs stand still is skipped. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, stateFolder } from './root.mjs';

const ignored = new Set(['node_modules', 'dist', 'generated', 'coverage', '.swc']);

/** SHA-256 over the names and contents of files and folders, given relative to the checkout. */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesIn).sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesIn(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  try {
    return readdirSync(full, { withFileTypes: true })
      .filter((entry) => !ignored.has(entry.name))
      .flatMap((entry) =>
        entry.isDirectory() ? filesIn(join(path, entry.name)) : entry.isFile() ? [join(path, entry.name)] : [],
      );
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

/** Runs `work` unless `inputs` are as they were when it last succeeded and every one of `outputs` exists. */
export async function whenStale({ name, inputs, outputs }, work) {
  const stamp = join(stateFolder, `${name}.stamp`);
  const hash = hashOf(inputs);
  const present = outputs.every((path) => existsSync(join(root, path)));
  if (present && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  await work();
  mkdirSync(stateFolder, { recursive: true });
  writeFileSync(`${stamp}.new`, hash);
  renameSync(`${stamp}.new`, stamp);
  return true;
}
