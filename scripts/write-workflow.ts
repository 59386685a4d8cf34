import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workflowTables } from '../packages/workflow/src/matrix.ts';

/** Writes the tables into docs/workflow.md, run from the top of the checkout. */
const file = join('docs', 'workflow.md');
const [before, rest] = readFileSync(file, 'utf8').split('<!-- generated -->');
const after = rest?.split('<!-- /generated -->')[1];
if (before === undefined || after === undefined) throw new Error(`${file} lacks its markers`);
writeFileSync(file, `${before}<!-- generated -->\n\n${workflowTables()}\n\n<!-- /generated -->${after}`);
