import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One route with the rights of which a person needs one; `public` and `signed-in` stand for themselves. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly access: string;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly 'x-access'?: string | string[] }>>>>;
}

/** What the service says of itself. */
export function routesOf(document: Document): Route[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      access: [operation['x-access'] ?? 'nobody'].flat().join(', '),
    })),
  );
}

/** The table of docs/routes.md. */
export function committedRoutes(): Route[] {
  const text = readFileSync(join(process.cwd(), 'docs', 'routes.md'), 'utf8');
  return text
    .split('\n')
    .filter((line) => /^\| [A-Z]+ +\| `\//.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
    .map(([, method = '', path = '', access = '']) => ({ method, path, access }));
}
