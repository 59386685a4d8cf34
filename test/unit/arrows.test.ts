import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = process.cwd();
const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
  };
}

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(realpathSync(tmpdir()), 'dingben-arrows-'));
  cpSync(join(root, 'packages'), join(copy, 'packages'), {
    recursive: true,
    filter: (path) => !path.includes('node_modules') && !path.endsWith('.test.ts'),
  });
  cpSync(join(root, '.dependency-cruiser.mjs'), join(copy, '.dependency-cruiser.mjs'));
  writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
  mkdirSync(join(copy, 'node_modules', '@dingben'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@dingben') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  }
  for (const name of readdirSync(join(copy, 'packages'))) {
    symlinkSync(join(copy, 'packages', name), join(copy, 'node_modules', '@dingben', name));
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Cruises the copy; answers `rule: file` for each violation. */
function violations(): readonly string[] {
  return parse(cruise([cruiser, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...readable()]));
}

const readable = () => ['packages', 'apps'].filter((name) => existsSync(join(copy, name)));

/** One wrong import for each rule. */
const planted: readonly (readonly [rule: string, path: string, content: string])[] = [
  ['package-kernel', 'packages/kernel/src/planted.ts', `export * from '@dingben/outline';`],
  ['package-workflow', 'packages/workflow/src/planted.ts', `export type * from '@dingben/outline';`],
  ['package-outline', 'packages/outline/src/planted.ts', `export * from '@dingben/reader';`],
  ['packages-are-pure', 'packages/reader/src/planted.ts', `import 'node:fs';`],
  ['packages-know-no-framework', 'packages/ledger/src/planted.ts', `import 'pg';`],
  ['admin-uses-no-node', 'apps/admin/src/planted.ts', `import 'node:path';`],
  ['admin-runs-in-a-browser', 'apps/admin/src/hashing.ts', `export * from '@dingben/kernel/hash';`],
  ['prisma-in-repositories', 'apps/api/src/entries/planted.service.ts', `import '@prisma/adapter-pg';`],
  ['apps-are-apart', 'apps/cli/src/planted.ts', `export * from '../../api/src/entries/planted.service.ts';`],
  ['not-resolvable', 'packages/text-diff/src/planted.ts', `import './nothing.ts';`],
  ['no-cycles', 'packages/writer/src/one.ts', `import { two } from './two.ts';\nexport const one = () => two;`],
  ['no-cycles', 'packages/writer/src/two.ts', `import { one } from './one.ts';\nexport const two = () => one;`],
];

function cruise(args: readonly string[]): string {
  return execFileSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
    maxBuffer: 100_000_000,
  });
}

function parse(output: string): readonly string[] {
  const { summary } = JSON.parse(output) as Cruise;
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

describe('the arrows between the parts', () => {
  test('hold among the packages as they are', () => {
    expect(violations()).toEqual([]);
  });

  test('catch a wrong import of every kind', () => {
    for (const [, path, content] of planted) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), content);
    }
    // A cycle is told once, at the file where it is met first.
    const expected = planted.filter(([, path]) => !path.endsWith('two.ts')).map(([rule, path]) => `${rule}: ${path}`);
    expect(violations()).toEqual(expect.arrayContaining(expected));
  });
});
