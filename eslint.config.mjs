import eslint from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** The arrows between the rooms run one way: domain ← directory ← controllers ← components, and domain ← server. */
const mayNotImport = (files, patterns, why) => ({
  files,
  rules: {'no-restricted-imports': ['error', {patterns: patterns.map(group => ({group: [group], message: why}))}]},
});

export default tseslint.config(
  {ignores: ['**/dist/', '**/generated/', 'node_modules/', 'data/', 'coverage/']},
  eslint.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.mjs', 'demo/**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        document: 'readonly',
        FormData: 'readonly',
        window: 'readonly',
      },
    },
  },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['src/**/*.ts', 'server/desk/**/*.ts', 'test/components/**/*.ts'],
    plugins: {lit, wc, 'lit-a11y': litA11y},
    rules: {
      ...lit.configs['flat/all'].rules,
      ...wc.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      // Properties that a person's choices fill are set from templates on purpose.
      'lit/no-template-map': 'off',
      'lit/no-template-arrow': 'off',
      'lit/no-template-bind': 'off',
    },
  },
  // The desk has no decorators either, so it asks for its parts by hand.
  {files: ['server/desk/**/*.ts'], rules: {'lit/prefer-query-decorators': 'off'}},
  {
    // Test code asserts; a missing value should fail there, at that line.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      'lit-a11y/list': 'off',
    },
  },
  {files: ['scripts/**', 'server/src/main.ts', 'server/src/command-line/**', 'test/**'], rules: {'no-console': 'off'}},
  mayNotImport(
    ['domain/src/**'],
    ['lit', 'lit/*', '@lit/*', 'node:*', '@held-spaces/*', '**/server/**', '**/../src/**'],
    'domain/ knows nothing of the DOM, the network or Node.',
  ),
  mayNotImport(
    ['src/directory/**'],
    ['**/components/**', '**/controllers/**', '**/styles/**', 'lit', 'lit/*', '@held-spaces/directory*'],
    'directory/ knows only the domain.',
  ),
  mayNotImport(
    ['src/controllers/**'],
    ['**/components/**', '@held-spaces/directory*'],
    'controllers/ may not know the components.',
  ),
  mayNotImport(
    ['server/src/**'],
    ['lit', 'lit/*', '@lit/*', '**/../src/components/**', '**/../src/directory/**'],
    'server/ knows only the domain.',
  ),
);
