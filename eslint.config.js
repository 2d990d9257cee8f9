import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const defaultExports = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what you export; default exports are for tools that want one.',
};

/** Rules of decision must give the same answer for the same input, for ever. */
const impure = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'shared/ has no clock: the time comes in with the command.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'shared/ has no clock: the time comes in with the command.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'shared/ has no chance: ids come in with the command.',
  },
];

const runOnlyAll = {
  selector:
    'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(skip|only|todo|fails|skipIf|runIf)$/]',
  message: 'Every test runs, always: needs are installed, not skipped.',
};

const waitingByTime = [
  {
    selector: 'CallExpression[callee.property.name="waitForTimeout"]',
    message: 'Await what must happen, not a time.',
  },
  {
    selector:
      'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"] > Identifier.arguments',
    message: 'Await what must happen, not a time (inject the clock where time itself is the matter).',
  },
];

const inlineStyle = {
  selector: 'SvelteAttribute[key.name="style"]',
  message:
    'The content security policy blocks style attributes in markup: use a class or a style: directive.',
};

export default ts.config(
  { ignores: ['dist/', 'coverage/', '.cache/', 'data/', 'node_modules/'] },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.node,
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        // The same for every file, or the type service would start anew for each kind.
        extraFileExtensions: ['.svelte'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'error',
      // Japanese typography: the words of the pages have full-width blanks.
      'no-irregular-whitespace': ['error', { skipTemplates: true, skipRegExps: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', defaultExports],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Handlers may be async; what they return is awaited or caught inside.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, svelteConfig },
    },
    rules: {
      // For SvelteKit only.
      'svelte/no-navigation-without-resolve': 'off',
      'no-restricted-syntax': ['error', inlineStyle],
    },
  },
  { files: ['client/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['shared/**'],
    rules: {
      'no-restricted-syntax': ['error', defaultExports, ...impure],
      'no-restricted-globals': [
        'error',
        'process',
        'setTimeout',
        'setInterval',
        'performance',
        'crypto',
        'fetch',
      ],
    },
  },
  {
    files: ['tests/**'],
    rules: { 'no-restricted-syntax': ['error', defaultExports, runOnlyAll, ...waitingByTime] },
  },
  {
    files: ['scripts/**', 'server/cli/**', 'tests/cli/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // A store that has its answer at once still answers by promise; `async` makes a throw a rejection.
    files: ['server/log/**', 'tests/{support,contracts,integration}/**'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
  {
    // The rule does not see a type given in a comment.
    files: ['scripts/**'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    // Tools that want a default export.
    files: ['**/*.config.{js,ts}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.cjs'],
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { sourceType: 'commonjs', globals: globals.node },
  },
);
