import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

// The files of `src` and what they import, read as syntax: a file that does not compile yet can be asked too. Paths count from `src`
// and have `/` on every system.

/** What a file takes from a module: the names as they are there (`default` too); the one name `*` stands for all of them. */
export interface Import {
  readonly module: string;
  readonly names: readonly string[];
}

const root = fileURLToPath(new URL('../../src', import.meta.url));

/** The text of a file of `src`. */
export function sourceText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The names of the files and folders directly in a folder of `src`. */
export function entriesOf(folder: string): string[] {
  return readdirSync(join(root, folder));
}

/** All TypeScript files of `src`. */
export function sourceFiles(): string[] {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return names.filter((name) => name.endsWith('.ts')).sort();
}

/** Every import of a TypeScript text: of types, by `export … from`, `import()`, `import('…').Name` and `import … = require()` too. */
export function importsIn(text: string): Import[] {
  const named = importStatements(text).map(({ module, clause }) => ({ module, names: namesOf(clause) }));
  const seen = new Set(named.map(({ module }) => module));
  // The compiler's own scan of a text is quick and sees every form but `export * as`; it tells no names.
  const others = ts.preProcessFile(text).importedFiles.filter(({ fileName }) => !seen.has(fileName));
  return [...named, ...others.map(({ fileName }) => ({ module: fileName, names: ['*'] }))];
}

/** The names that a TypeScript text exports by `export { … } from`, as others see them. */
export function namesExportedFrom(text: string): string[] {
  const { statements } = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
    return clause && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : [];
  });
}

/** The file of `src` that a module name means in a file there; undefined where it means something outside. */
export function resolveImport(file: string, module: string, files: ReadonlySet<string>): string | undefined {
  if (!module.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(file), module);
  return [`${path}.ts`, `${path}/index.ts`].find((one) => files.has(one));
}

/** For each file of `src` the files of `src` that it imports, by each name once. */
export function importGraph(): Map<string, string[]> {
  const files = new Set(sourceFiles());
  const importsOf = (file: string) =>
    importsIn(sourceText(file)).flatMap(({ module }) => resolveImport(file, module, files) ?? []);
  return new Map([...files].map((file) => [file, [...new Set(importsOf(file))]]));
}

type Clause = ts.ImportClause | ts.NamedImportBindings | ts.NamedExportBindings | undefined;

/** The statements `import … from` and `export … from`. Only they are parsed: whole files would take seconds. */
function importStatements(text: string): { module: string; clause: Clause }[] {
  const found = text.match(/^(?:import|export)\b[^;]*?\bfrom\s*(?:'[^']*'|"[^"]*")/gm) ?? [];
  const { statements } = ts.createSourceFile('file.ts', found.join(';\n'), ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    const isImport = ts.isImportDeclaration(statement);
    if (!isImport && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier: module } = statement;
    const clause = isImport ? statement.importClause : statement.exportClause;
    return module && ts.isStringLiteral(module) ? [{ module: module.text, clause }] : [];
  });
}

function namesOf(clause: Clause): readonly string[] {
  if (clause && ts.isImportClause(clause)) {
    const named = clause.namedBindings ? namesOf(clause.namedBindings) : [];
    return clause.name ? ['default', ...named] : named;
  }
  if (!clause || !('elements' in clause)) return ['*'];
  return clause.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}
