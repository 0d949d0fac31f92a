import * as vscode from 'vscode';
import { countReview, reviewQueue } from '../../core/review';
import type { Archives } from '../archive/archives';
import type { Conflicts } from '../conflicts/conflicts';
import { countConflicts } from './review-conflict-rows';
import { many } from '../ui/words';
import { setBadge } from '../ui/label';

/** How long changes are gathered before the items are counted anew. */
const COUNT_MS = 500;

/** Shows the number of items to review on the view’s icon, also while the view is hidden. */
export function registerBadge(
  archives: Archives,
  conflicts: Conflicts,
  view: vscode.TreeView<unknown>,
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const count = () => {
    timer = undefined;
    const files = archives.all.flatMap(({ core }) => reviewQueue(core));
    const inConflict = archives.all.flatMap((archive) => conflicts.of(archive));
    const value =
      files.reduce((sum, file) => sum + countReview(file), 0) +
      inConflict.reduce((sum, file) => sum + countConflicts(file), 0);
    if (value === last) return;
    last = value;
    setBadge(view, value, `${many(value, 'item')} to review`);
  };
  const schedule = () => void (timer ??= setTimeout(count, COUNT_MS));
  return vscode.Disposable.from(
    archives.onDidChangeList(schedule),
    conflicts.onDidChange(schedule),
    archives.onDidChange(({ typing }) => {
      if (!typing) schedule();
    }),
    { dispose: () => clearTimeout(timer) },
  );
}
