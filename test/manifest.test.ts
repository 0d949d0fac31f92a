// package.json and the code name the same things. VS Code says nothing when they do not: a command is missing, a key is never set.
import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ENTITY_TYPES, TAG_COLORS } from '../src/core/entities';
import { SAMPLE_FILES } from '../src/editor/setup/sample-files';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Manifest {
  engines: { vscode: string };
  devDependencies: Record<string, string>;
  main: string;
  browser: string;
  icon: string;
  contributes: {
    commands: { command: string; title?: string; category?: string }[];
    menus: Record<string, { command?: string; submenu?: string }[]>;
    submenus: { id: string }[];
    keybindings: { command: string; key: string; when: string; args?: { key?: string } }[];
    views: Record<string, { id: string; icon: string }[]>;
    viewsContainers: Record<string, { id: string; icon: string }[]>;
    viewsWelcome: { view: string; contents: string }[];
    configuration: Configuration | Configuration[];
    colors: { id: string }[];
    walkthroughs?: { steps: Step[] }[];
  };
}

interface Configuration {
  properties: Record<string, unknown>;
}

interface Step {
  description: string;
  media: Record<string, string>;
  completionEvents: string[];
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const { contributes } = manifest;

const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }));
const editor = sources('src/editor');
const code = editor.map(({ text }) => text).join('\n');

const commands = contributes.commands.map(({ command }) => command);
const views = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));
const conditions = collect(manifest, ['when', 'enablement']);

/** What must hold for a single key to do anything: it is a letter in every other editor. */
const NOWHERE_ELSE = [
  'editorTextFocus',
  'editorReadonly',
  '!isInDiffEditor',
  '!isInEmbeddedEditor',
  '!inOutput',
  'resourcePath in postgloss.readingTexts',
  'config.postgloss.reading.singleKeys',
  '!vim.active',
  '!neovim.init',
];

/** The strings that stand under one of these names anywhere in a value. */
function collect(value: unknown, names: readonly string[]): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    names.includes(name) && typeof inner === 'string' ? [inner] : collect(inner, names),
  );
}

/** What the first group of a pattern finds. To find nothing is a mistake in the test, and not a reason to pass. */
function findAll(text: string, pattern: RegExp): string[] {
  const found = [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
  ok(found.length > 0, `${pattern} finds nothing`);
  return found;
}

/** Fails and names those that are not in the list. */
function allIn(some: readonly string[], all: readonly string[], what: string): void {
  ok(some.length > 0 && all.length > 0, `There is nothing to compare: ${what}`);
  deepStrictEqual(
    some.filter((one) => !all.includes(one)),
    [],
    what,
  );
}

const sorted = (list: readonly string[]) => [...list].sort();

describe('the manifest and the commands', () => {
  const files = editor.filter(({ text }) => /\bid: 'postgloss\./.test(text));

  it('name the same commands', () => {
    const ids = files.flatMap(({ text }) => findAll(text, /\bid: '(postgloss\.\w+)'/g));
    deepStrictEqual(sorted(ids), sorted(commands));
    strictEqual(new Set(ids).size, ids.length, 'A command is there twice');
  });

  it('meet in the lists of commands', () => {
    const lists = editor.filter(({ name }) => name === 'all-commands.ts' || name.endsWith('/commands.ts'));
    const listed = lists.flatMap(({ text }) => /\[\] = \[([^\]]*)\]/.exec(text)?.[1]?.match(/(?:\.\.\.)?\w+/g) ?? []);
    const defined = files.flatMap(({ text }) => findAll(text, /export const (\w+): Command(?:<\w+>)? = /g));
    deepStrictEqual(sorted(listed.filter((name) => !name.startsWith('...'))), sorted(defined));
    const spread = listed.filter((name) => name.startsWith('...')).map((name) => name.slice(3));
    const subjects = lists.flatMap(({ text }) =>
      [...text.matchAll(/export const (\w+Commands): /g)].map(([, name]) => name ?? ''),
    );
    deepStrictEqual(sorted(spread), sorted(subjects), 'Lists of subjects that are not registered');
  });

  it('have a title and a category', () => {
    ok(commands.length > 0);
    for (const { command, title, category } of contributes.commands) {
      ok(title, `${command} has no title`);
      strictEqual(category, 'Postgloss', command);
    }
  });

  it('are those of menus, keys, links and the code', () => {
    const items = Object.values(contributes.menus).flat();
    allIn(
      items.flatMap(({ command }) => command ?? []),
      commands,
      'Commands of menus',
    );
    const submenus = contributes.submenus.map(({ id }) => id);
    allIn(
      items.flatMap(({ submenu }) => submenu ?? []),
      submenus,
      'Submenus',
    );
    allIn(submenus, Object.keys(contributes.menus), 'Submenus without entries');
    for (const { command } of contributes.keybindings) ok(commands.includes(command), `A key runs ${command}`);
    const links = findAll(JSON.stringify(contributes), /command:(postgloss\.\w+)/g);
    allIn(links, commands, 'Commands of links');
    const run = [...code.matchAll(/(?:executeCommand\(\s*|command: )'(postgloss\.[\w.]+)'/g)].map(([, id]) => id ?? '');
    const ofViews = views.flatMap((id) => [`${id}.focus`, `${id}.open`]);
    for (const id of run) ok(commands.includes(id) || ofViews.includes(id), `The code runs ${id}`);
  });

  it('are all named in the palette, so that each says when it is there', () => {
    deepStrictEqual(
      sorted((contributes.menus.commandPalette ?? []).flatMap(({ command }) => command ?? [])),
      sorted(commands),
    );
  });
});

describe('the manifest and the code', () => {
  it('name the same views', () => {
    deepStrictEqual(
      findAll(code, /(?:createTreeView|registerTreeDataProvider)(?:<[^(]*>)?\(\s*'(postgloss\.\w+)'/g),
      sorted(views),
    );
    allIn(
      contributes.viewsWelcome.map(({ view }) => view),
      views,
      'Views of welcome texts',
    );
    allIn(findAll(conditions.join('\n'), /\bview == ([\w.]+)/g), views, 'Views of conditions');
  });

  it('name the same settings', () => {
    const { configuration } = contributes;
    const settings = [configuration].flat().flatMap(({ properties }) => Object.keys(properties));
    const read = findAll(code, /getConfiguration\('postgloss'[^)]*\)\s*\.(?:get|inspect)(?:<[^>]*>)?\(\s*'([\w.]+)'/g);
    deepStrictEqual(
      read.map((name) => `postgloss.${name}`),
      sorted(settings),
    );
  });

  it('ask in conditions for settings that there are', () => {
    const settings = [contributes.configuration].flat().flatMap(({ properties }) => Object.keys(properties));
    allIn(findAll(conditions.join('\n'), /\bconfig\.(postgloss\.[\w.]+)/g), settings, 'Settings of conditions');
  });

  it('bind single keys only where a text is read, and each with the key that a list would get', () => {
    const inTexts = contributes.keybindings.filter(({ when }) => when.includes('postgloss.readingTexts'));
    const single = inTexts.filter(({ key }) => /^(?:shift\+)?(?:[\w-]|space)$/.test(key));
    ok(single.length > 30);
    for (const { key, when, args } of single) {
      const typed = key.replace('space', ' ');
      strictEqual(args?.key, typed.startsWith('shift+') ? typed.slice(6).toUpperCase() : typed, key);
      for (const part of NOWHERE_ELSE) ok(when.split(' && ').includes(part), `${key} works without ${part}`);
    }
    strictEqual(new Set(single.map(({ key }) => key)).size, single.length, 'A key is bound twice');
    const others = contributes.keybindings.filter((one) => /^(?:shift\+)?\w$/.test(one.key) && !single.includes(one));
    for (const { key, when } of others) ok(when.startsWith('focusedView == '), `${key} is bound everywhere`);
  });

  it('name the same colours', () => {
    const colors = contributes.colors.map(({ id }) => id);
    const ofTags = [...TAG_COLORS, 'none'].flatMap((color) => [`tag.${color}.background`, `tag.${color}.border`]);
    const ofEntities = [...ENTITY_TYPES, 'other'].map((type) => `entity.${type}`);
    deepStrictEqual(sorted(colors), sorted([...ofTags, ...ofEntities].map((id) => `postgloss.${id}`)));
    const asked = findAll(code, /ThemeColor\(\s*['"`](postgloss\.[^'"`]*)['"`]/g).map(toPattern);
    // Some are handed on as strings before they become colours.
    const named = findAll(code, /['"`](postgloss\.(?:entity|tag)\.[^'"`]*)['"`]/g).map(toPattern);
    for (const pattern of [...asked, ...named]) {
      ok(
        colors.some((id) => pattern.test(id)),
        `No colour fits ${pattern}`,
      );
    }
    for (const id of colors) {
      ok(
        named.some((pattern) => pattern.test(id)),
        `The code does not use ${id}`,
      );
    }
  });

  it('name the same keys of conditions', () => {
    const events = collect(contributes.walkthroughs ?? [], ['when']);
    const asked = [...conditions, ...events].map((condition) =>
      condition.replace(/\/(?:\\.|[^/])*\//g, '').replace(/\bconfig\.[\w.]+/g, ''),
    );
    const keys = findAll(asked.join('\n'), /\b(postgloss\.[\w.]+)/g).filter((key) => !views.includes(key));
    const set = findAll(code, /(?:contextKey\(|'setContext',)\s*'(postgloss\.[\w.]+)'/g);
    allIn(keys, set, 'Keys that are asked for and never set');
    allIn(set, keys, 'Keys that are set and never asked for');
  });

  it('name the same kinds of rows', () => {
    const lines = findAll(code, /^(.*\b(?:menu|contextValue)\b.*)$/gm);
    const kinds = findAll(lines.join('\n'), /'([\w-]+)'/g);
    allIn(findAll(conditions.join('\n'), /\bviewItem == ([\w-]+)/g), kinds, 'Kinds of rows that no view has');
  });

  it('agree on the walkthrough', () => {
    const steps = (contributes.walkthroughs ?? []).flatMap((walkthrough) => walkthrough.steps);
    ok(steps.length >= 4);
    for (const { completionEvents } of steps) {
      for (const event of completionEvents) {
        const [, kind, name = ''] = /^on(Command|Context|View):(.+)$/.exec(event) ?? [];
        if (kind === 'Command') ok(commands.includes(name), event);
        else if (kind === 'View') ok(views.includes(name), event);
        else ok(kind === 'Context' && code.includes(`contextKey('${name}')`), event);
      }
    }
  });
});

describe('the manifest and the files', () => {
  it('name pictures that are there', () => {
    const pictures = [
      manifest.icon,
      ...collect(contributes.viewsContainers, ['icon']),
      ...collect(contributes.views, ['icon']),
      ...collect(contributes.walkthroughs ?? [], ['svg', 'image', 'markdown']),
    ].filter((path) => !path.startsWith('$('));
    ok(pictures.length > 4);
    for (const path of pictures) ok(existsSync(join(root, path)), path);
  });

  it('promise no older VS Code than the types describe', () => {
    const [, types] = /^~(\d+\.\d+)\.\d+$/.exec(manifest.devDependencies['@types/vscode'] ?? '') ?? [];
    const [, engine] = /^\^(\d+\.\d+)\.\d+$/.exec(manifest.engines.vscode) ?? [];
    ok(types, 'The types are pinned with a tilde, so that no newer API gets in');
    strictEqual(engine, types);
  });

  it('list the files of the sample archive', () => {
    const folder = join(root, 'media', 'sample');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll('\\', '/'),
      );
    deepStrictEqual(sorted(SAMPLE_FILES), sorted(files));
  });
});

/** Turns a string of the code into a pattern: what is put into a template may be any one word. */
function toPattern(text: string): RegExp {
  const parts = text.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[\\w-]+')}$`);
}
