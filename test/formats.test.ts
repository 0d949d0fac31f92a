// Formats, languages and file names stand in files that no compiler reads: package.json, the schemas, the README.
import { deepStrictEqual, ok } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MANIFEST_FILE, REGISTRY_FILE } from '../src/core/entities';
import { FORMAT_NAMES } from '../src/core/posts';
import { SIDECAR_SUFFIX } from '../src/core/sidecar';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Manifest {
  activationEvents: string[];
  contributes: {
    languages: { id: string; configuration: string }[];
    grammars: { language: string; path: string }[];
    configurationDefaults: Record<string, unknown>;
    yamlValidation: { fileMatch: string; url: string }[];
  };
}

interface FormatSchema {
  enum: string[];
  enumDescriptions: string[];
  default: string;
}

const { activationEvents, contributes } = JSON.parse(read('package.json')) as Manifest;
const languages = contributes.languages.map(({ id }) => id);
const code = readdirSync(join(root, 'src/editor'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => read(join('src/editor', name)))
  .join('\n');

/** What the first group of a pattern finds in the editor's code, each once. */
const inCode = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map((match) => match[1] ?? ''))];

describe('the formats of archives', () => {
  it('are those of the schema of postgloss.yaml, each with a description', () => {
    const schema = JSON.parse(read('syntaxes/manifest.schema.json')) as {
      properties: { archives: { items: { anyOf: { properties?: { format?: FormatSchema } }[] } } };
    };
    const format = schema.properties.archives.items.anyOf.flatMap(({ properties }) => properties?.format ?? [])[0];
    ok(format);
    deepStrictEqual(format.enum, FORMAT_NAMES);
    deepStrictEqual(format.enumDescriptions.length, FORMAT_NAMES.length);
    deepStrictEqual(format.default, FORMAT_NAMES[0]);
  });

  it('are those of the README', () => {
    ok(read('README.md').includes(`# format: ${FORMAT_NAMES.join(' | ')}\n`));
  });
});

describe('the languages of package.json', () => {
  it('are formats, and the ones that the code asks for', () => {
    for (const id of languages)
      ok(
        FORMAT_NAMES.some((name) => name === id),
        id,
      );
    deepStrictEqual(inCode(/\blanguage: '([\w-]+)'/g), languages);
    deepStrictEqual(inCode(/setTextDocumentLanguage\(\w+, '([\w-]+)'\)/g), languages);
  });

  it('have a grammar, a configuration and defaults', () => {
    deepStrictEqual(
      contributes.grammars.map(({ language }) => language),
      languages,
    );
    deepStrictEqual(
      Object.keys(contributes.configurationDefaults),
      languages.map((id) => `[${id}]`),
    );
    const files = [
      ...contributes.languages.map((one) => one.configuration),
      ...contributes.grammars.map((one) => one.path),
    ];
    for (const path of files) ok(existsSync(join(root, path)), path);
  });
});

describe('the file names of package.json', () => {
  it('wake the extension where there is an archive, and where a page is to be shown again', () => {
    const pages = inCode(/VIEW_TYPE = '([\w.]+)'/g);
    deepStrictEqual(activationEvents, [
      `workspaceContains:${MANIFEST_FILE}`,
      ...pages.map((type) => `onWebviewPanel:${type}`),
    ]);
  });

  it('are those that the schemas belong to', () => {
    deepStrictEqual(
      contributes.yamlValidation.map(({ fileMatch }) => fileMatch),
      [MANIFEST_FILE, REGISTRY_FILE, `*.*${SIDECAR_SUFFIX}`],
    );
    for (const { url } of contributes.yamlValidation) ok(existsSync(join(root, url)), url);
  });
});
