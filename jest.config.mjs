/**
 * One runner for every layer; `npm run test:unit` and its siblings select one. Only the layers that need a database start
 * one. Files are compiled to CommonJS, so what they import may not use `import.meta`.
 */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      // The API's own .swcrc is for its build, which leaves tests out.
      swcrc: false,
      jsc: {
        parser: { syntax: 'typescript', decorators: true, tsx: false },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        target: 'es2024',
      },
      module: { type: 'commonjs' },
    },
  ],
};
const shared = {
  transform,
  testEnvironment: 'node',
  rootDir: import.meta.dirname,
  modulePathIgnorePatterns: ['/dist/'],
};

/** A layer under test/ that runs against the shared PostgreSQL. */
const onDatabase = (name) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
});

export default {
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/packages/*/src/**/*.test.ts',
        '<rootDir>/apps/*/src/**/*.test.ts',
        '<rootDir>/test/unit/**/*.test.ts',
      ],
    },
    onDatabase('integration'),
    onDatabase('e2e'),
    onDatabase('faults'),
    onDatabase('browser'),
  ],
};
