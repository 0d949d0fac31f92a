// The layer rules are the reason for most of this file: editor → core ← cli, and the core knows no host.
// In flat config a later block replaces a rule for the files it matches, so each layer states all of its bans.
import { builtinModules } from 'node:module';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const nodeBuiltins = builtinModules
  .filter((name) => !name.startsWith('_'))
  .flatMap((name) => [name, `node:${name}`])
  .map((name) => ({ name, message: 'This layer must run in a web worker too: no Node built-ins.' }));
const noEditor = { name: 'vscode', message: 'Only src/editor may know the editor.' };
const coreInside = {
  regex: '/core/[^/]+/',
  message: 'Hosts import the face of a core folder (core/<folder>), nothing inside it.',
};
const noHosts = { regex: '(^|/)(editor|cli)(/|$)', message: 'The core knows no host.' };
const nodeInside = { regex: '(^|/)node(/|$)', message: 'This layer must run in a web worker too.' };
const noCli = { regex: '(^|/)cli(/|$)', message: 'The editor and the CLI share the core, nothing else.' };
const noEditorFolder = { regex: '(^|/)editor(/|$)', message: 'The editor and the CLI share the core, nothing else.' };

/** What only src/editor/ui may call: it makes texts of files and of git inert before VS Code shows them. */
const shows = [
  ...['showInformationMessage', 'showWarningMessage', 'showErrorMessage', 'setStatusBarMessage', 'createStatusBarItem'],
  ...['showQuickPick', 'createQuickPick', 'showInputBox', 'createInputBox', 'withProgress'],
].join('|');
/** What only src/editor/ui may set: texts that VS Code shows beside a view, a tab or an input. */
const shown = 'message|title|badge|prompt|placeholder|validationMessage';
const saidElsewhere = [
  {
    selector: `MemberExpression[property.name=/^(${shows})$/]`,
    message: 'Use src/editor/ui: say, pick, steps, progress.',
  },
  {
    selector: `MemberExpression[property.value=/^(${shows})$/]`,
    message: 'Use src/editor/ui: say, pick, steps, progress.',
  },
  {
    selector: `ObjectPattern > Property[key.name=/^(${shows})$/]`,
    message: 'Use src/editor/ui: say, pick, steps, progress.',
  },
  {
    selector: `AssignmentExpression > MemberExpression.left[property.name=/^(${shown})$/]`,
    message: 'Use src/editor/ui/label.ts.',
  },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name="description"][object.property.name=/view/i]',
    message: 'Use src/editor/ui/label.ts.',
  },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name="description"][object.name=/view/i]',
    message: 'Use src/editor/ui/label.ts.',
  },
];

/**
 * The bans of one layer.
 *
 * @param {string[]} files @param {object[]} paths @param {object[]} patterns @param {string[]} ignores
 * @returns {import('typescript-eslint').ConfigWithExtends}
 */
const layer = (files, paths, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths, patterns }] },
});

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'coverage/**', '.vscode-test/**', 'media/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Marks and joiners of scripts are named by their code points, one by one.
      'no-misleading-character-class': ['error', { allowEscape: true }],
      // Mocha's and fast-check's callbacks return promises on purpose, and numbers read well in messages.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An empty text is as good as none in most places where text comes from people.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        window: 'readonly',
        document: 'readonly',
        getComputedStyle: 'readonly',
        performance: 'readonly',
        requestAnimationFrame: 'readonly',
      },
    },
  },
  {
    files: ['test/**/*.test.mjs'],
    languageOptions: {
      globals: { describe: 'readonly', it: 'readonly', before: 'readonly', after: 'readonly' },
    },
  },
  layer(['src/core/**/*.ts'], [noEditor, ...nodeBuiltins], [noHosts, nodeInside]),
  layer(['src/node/**/*.ts'], [noEditor], [coreInside, noHosts]),
  layer(
    ['src/editor/**/*.ts'],
    nodeBuiltins,
    [coreInside, noCli, nodeInside],
    ['src/editor/desktop.ts', 'src/editor/desktop/**'],
  ),
  layer(['src/editor/desktop.ts', 'src/editor/desktop/**/*.ts'], [], [coreInside, noCli]),
  {
    files: ['src/editor/**/*.ts'],
    ignores: ['src/editor/ui/**'],
    rules: { 'no-restricted-syntax': ['error', ...saidElsewhere] },
  },
  {
    // Their classes of characters are put together from named parts, marks and joiners among them, which the rule takes for a slip.
    files: ['src/core/match/characters.ts', 'src/core/text/comparable.ts', 'test/core/match/reference.ts'],
    rules: { 'no-misleading-character-class': 'off' },
  },
  layer(['src/cli/**/*.ts'], [noEditor], [coreInside, noEditorFolder]),
  layer(['test/core/**/*.ts', 'test/cli/**/*.ts'], [noEditor], []),
);
