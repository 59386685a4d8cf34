import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ok, refuse, type Result } from '@dingben/kernel';

/** Writes a file. Refuses with `cli.file-unwritable`. */
export async function written(file: string, content: string | Uint8Array, cwd: string): Promise<Result<null>> {
  try {
    await writeFile(resolve(cwd, file), content);
    return ok(null);
  } catch {
    return refuse('cli.file-unwritable', { file });
  }
}
