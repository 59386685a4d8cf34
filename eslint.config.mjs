/**
 * Every rule here is an error. Please add no override: a file that cannot keep a rule says why at its head, beside an
 * `eslint-disable` for that rule alone, and every exception that stands in this file has its reason on the line above it.
 */
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const disableReason = { 'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }] };

export default defineConfig(
  globalIgnores(['**/dist/**', '**/node_modules/**', '**/generated/**', '.nx/**', '.dingben/**', 'coverage/**']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...disableReason,
      eqeqeq: 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers read well in templates and cannot hide an object.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => doIt()` in a handler is plain; only statements that use the void are refused.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Nest modules are classes with nothing in them but a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  {
    // Nest resolves dependencies by class at run time: an import that looks like a type is a value there.
    files: ['apps/api/src/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'off',
      // The classes of dto/ are shapes with a description for the OpenAPI document; answers are plain objects of that shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    // A component is one function that draws; its length is markup. The file limit still holds.
    files: ['apps/admin/src/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  {
    // A describe block is one function; a test reads top to bottom.
    files: ['**/*.test.{ts,tsx}', 'test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // These run before or beside the compiler, so they have no types to check with.
    files: ['**/*.{mjs,cjs,js}'],
    extends: [tseslint.configs.strict],
    rules: {
      ...disableReason,
      eqeqeq: 'error',
      'max-lines': ['error', 200],
      'max-lines-per-function': ['error', 40],
    },
  },
);
