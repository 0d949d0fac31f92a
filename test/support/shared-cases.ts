import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.env.POSTGLOSS_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url));

/**
 * The files of a case that lies beside the project, by their paths in it. A test is skipped with a word where the case is absent.
 *
 * @param name the folder of the case in `../shared/cases`, or in `cases` of the folder that the environment variable POSTGLOSS_SHARED names
 */
export function sharedCase(test: Mocha.Context, name: string): Record<string, string> {
  const root = join(folder, 'cases', name);
  if (!existsSync(root)) {
    console.log(`      The case ${name} is not here; nothing to compare with.`);
    test.skip();
  }
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [path.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}
