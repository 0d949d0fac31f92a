import { cut, visible } from '../../core/text';

// Texts that VS Code shows. Its messages, prompts and the messages of views turn `[text](address)` into links, which may run commands; its
// lists, buttons and status bar draw `$(name)` as an icon. Texts come from files and from git, so all that a person sees goes through
// here: `say.ts`, `progress.ts`, `pick.ts`, `steps.ts` and `label.ts` do it, and ESLint keeps the rest of the editor from calling VS Code.

/**
 * A text on one line that VS Code shows as it is: a space parts what would begin a link or an icon, as in `[Lind] (of Basra)`; characters
 * that hide or reorder text are spelled out.
 */
export function inert(text: string): string {
  return visible(text).replaceAll('](', '] (').replaceAll('$(', '$ (');
}

/** The same for a text that keeps its line breaks. */
export function inertLines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(inert)
    .join('\n');
}

/** The most code units of a file's path in a message. */
const PATH = 100;

/** A file or a folder in a message, by its path. Of a long path the end is shown, which tells files apart. */
export function pathName(path: string): string {
  if (path.length <= PATH) return visible(path);
  return `…${visible(path.slice(1 - PATH).replace(/^[\udc00-\udfff]/, ''))}`;
}

/** The most code units of a message; VS Code itself would cut off the same ones. */
const MESSAGE = 1000;

/** A message: one line of bounded length. */
export function message(text: string): string {
  return inert(cut(text, MESSAGE));
}
