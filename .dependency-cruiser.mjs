/**
 * The arrows between the parts of the house. They point inwards: apps → packages → kernel. A package may import what
 * `reaches` gives it and nothing else of ours; packages never import a framework, a driver or a file system.
 */
const reaches = {
  kernel: [],
  outline: ['kernel'],
  'text-diff': ['kernel', 'outline'],
  references: ['kernel', 'outline'],
  reader: ['kernel', 'outline', 'references', 'text-diff'],
  writer: ['kernel', 'outline', 'references', 'text-diff', 'comparison'],
  comparison: ['kernel', 'outline', 'references', 'text-diff'],
  proofreading: ['kernel', 'outline', 'references', 'text-diff'],
  registry: ['kernel', 'outline', 'references'],
  workflow: ['kernel'],
  ledger: ['kernel'],
  publication: ['kernel', 'outline', 'ledger'],
};

const packageArrows = Object.entries(reaches).map(([name, allowed]) => ({
  name: `package-${name}`,
  comment: `packages/${name} may reach ${allowed.join(', ') || 'no other package'}.`,
  severity: 'error',
  from: { path: `^packages/${name}/` },
  to: { path: '^(packages|apps|test|scripts)/', pathNot: `^packages/(${[name, ...allowed].join('|')})/` },
}));

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no inside.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...packageArrows,
    {
      name: 'packages-are-pure',
      comment:
        'No framework, no I/O: packages import no module that reaches outside the process. Hashing is arithmetic.',
      severity: 'error',
      from: { path: '^packages/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'packages-know-no-framework',
      comment: 'Frameworks and drivers belong to the apps.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: 'node_modules/(@nestjs|@prisma|prisma|pg|fastify|@fastify|react|react-admin|@mui)/' },
    },
    {
      name: 'apps-are-apart',
      comment: 'An app talks to another over its interface, never by import.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'admin-runs-in-a-browser',
      comment: 'The admin may use what runs in a browser.',
      severity: 'error',
      from: { path: '^apps/admin/src/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: [
          '^packages/(writer|ledger|publication|comparison)/',
          // But for what their findings say, which the command line says too.
          '^packages/(reader|proofreading)/src/(?!sentences/|codes\\.ts$)',
          '^packages/kernel/src/hash\\.ts$',
        ],
      },
    },
    {
      name: 'admin-uses-no-node',
      comment: 'A browser has no Node modules.',
      severity: 'error',
      from: { path: '^apps/admin/src/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'prisma-in-repositories',
      comment: 'Only repositories, mappers of rows and the platform speak to Prisma.',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: '(\\.repository\\.ts$|^apps/api/src/(platform|generated|seed)[./])' },
      to: { path: '(node_modules/@prisma/|^apps/api/src/generated/)' },
    },
    {
      name: 'production-imports-no-test',
      comment: 'What runs never leans on what tests.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '(\\.test\\.tsx?$|^test/)' },
    },
    {
      name: 'not-resolvable',
      comment: 'An import that resolves to nothing hides every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps/[^/]+/dist|coverage)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
