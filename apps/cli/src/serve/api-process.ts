import { join } from 'node:path';

/**
 * The young generation has room for what a comparison of 10,000 entries makes and drops: in half of it the collector copied that
 * twice and more; at rest it is given back. How far the old one may grow before it is swept depends on how far it may grow at
 * all: 512 MB are four times what a standard of 10,000 entries needs, and what needs more (documents, imports) has processes of
 * its own. Swept at an eighth more than what is live, and at rest by the API itself, which takes `--expose-gc`.
 */
export const API_FLAGS: readonly string[] = [
  '--max-semi-space-size=16',
  '--max-old-space-size=512',
  '--heap-growing-percent=12',
  '--expose-gc',
];

/**
 * What keeps the process of the API small, beside its flags: two arenas of malloc and not eight a core, so that what one
 * thread frees another can use; large blocks (answers, the memory of a password's hash) that go back to the system at
 * once; and compiled code that is read and not made again, which spares the compiler that strips types.
 */
export function apiMemory(root: string): Readonly<Record<string, string>> {
  return {
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '65536',
    MALLOC_TRIM_THRESHOLD_: '131072',
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'dingben-api'),
  };
}
