import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The compiled API with something broken in it on purpose. */
export interface Mutant {
  /** What `bootApi` takes as `compiled`. */
  readonly compiled: string;
  remove(): void;
}

/** Copies the compiled API with every match replaced. Throws where there are fewer than `least`. */
export function makeMutant(pattern: RegExp, replacement: string, least = 1): Mutant {
  // Beside the real one, so that its imports are found; a fresh install may have put everything at the top.
  mkdirSync(join('apps', 'api', 'node_modules'), { recursive: true });
  const folder = mkdtempSync(join('apps', 'api', 'node_modules', '.mutant-'));
  cpSync(join('apps', 'api', 'package.json'), join(folder, 'package.json'));
  cpSync(join('apps', 'api', 'dist'), join(folder, 'dist'), { recursive: true });
  let replaced = 0;
  for (const file of globSync('dist/**/*.js', { cwd: folder })) {
    const text = readFileSync(join(folder, file), 'utf8');
    const mutant = text.replaceAll(pattern, () => (replaced++, replacement));
    if (mutant !== text) writeFileSync(join(folder, file), mutant);
  }
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (replaced >= least) return { compiled: join(folder, 'dist'), remove };
  remove();
  throw new Error(`${String(pattern)} was found ${replaced} times, so nothing is broken`);
}
