import * as vscode from 'vscode';
import type { ArchiveText } from '../../core/archive';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import type { Archive } from './archive';
import type { Archives } from './archives';

/** How long changes are gathered. Nobody waits for the result, and looking back must not slow down typing or a branch switch. */
const GATHER_MS = 600;

/**
 * When annotations have lost their place, looks for it in earlier contents of the text; and keeps a copy of each text on which
 * annotations were made, so that there are earlier contents to look at.
 */
export function registerLookBack(archives: Archives): vscode.Disposable {
  const waiting = new Map<Archive, Set<string> | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let work = Promise.resolve();

  const flush = () => {
    timer = undefined;
    const round = [...waiting];
    waiting.clear();
    work = work.then(() => lookBack(round)).catch(() => undefined);
  };

  const lookBack = async (round: readonly (readonly [Archive, ReadonlySet<string> | null])[]) => {
    for (const [archive, paths] of round) {
      if (!archives.all.includes(archive)) continue;
      await archive.core.lookBack(paths && [...paths]);
      for (const text of archive.core.texts) {
        if (paths?.has(text.path) !== false && isProven(text))
          await archives.copies.keep(archive.uriOf(text.path), text.text);
      }
    }
  };

  return vscode.Disposable.from(
    archives.onDidChange(({ archive, paths, typing }) => {
      if (typing) return;
      const before = waiting.get(archive);
      waiting.set(archive, paths === null || before === null ? null : new Set([...(before ?? []), ...paths]));
      timer ??= setTimeout(flush, GATHER_MS);
    }),
    archives.history.onDidChange(({ archive: written, edits }) => {
      const archive = archives.all.find((one) => one === written);
      if (!archive) return;
      for (const { path } of edits) {
        const source = path.slice(0, -SIDECAR_SUFFIX.length);
        const text = path.endsWith(SIDECAR_SUFFIX) ? archive.core.text(source) : null;
        if (text) void archives.copies.keep(archive.uriOf(source), text.text);
      }
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

/** Whether a text has the exact quote of each of its annotations, so that a copy of it can later tell their places. */
function isProven(text: ArchiveText): boolean {
  const { annotations } = text;
  return (
    annotations.length > 0 && annotations.every(({ anchor }) => anchor.state === 'exact' && anchor.found === 'quote')
  );
}
