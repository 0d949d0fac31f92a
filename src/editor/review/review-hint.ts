import * as vscode from 'vscode';
import { needsReview } from '../../core/anchor';
import type { ArchiveText } from '../../core/archive';
import { LostPlaces } from '../../core/review';
import { visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { ArchiveChanged, Archives } from '../archive/archives';
import { many } from '../ui/words';
import { say } from '../ui/say';

/** The smallest number of annotations of a text that lose their place at once and cause a message; the view’s badge tells of fewer. */
const FEW = 3;

/** How long losses are gathered: switching a branch changes many files, but is one event for the person. */
const GATHER_MS = 1000;

/**
 * Shows a message after a change from outside in which many annotations lost their place: one message for all changed files. Places
 * that were lost when the archive was opened, or by the person’s own typing, cause no message.
 */
export function registerReviewHint(archives: Archives): vscode.Disposable {
  const places = new WeakMap<Archive, LostPlaces>();
  /** Texts that the person types in: dirty documents. A document reloaded after another program changed its file is not dirty. */
  const typed = new Set<string>();
  const lost = new Map<string, { text: ArchiveText; count: number }>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (archive: Archive, text: ArchiveText) => {
    const known = places.get(archive) ?? new LostPlaces();
    places.set(archive, known);
    const uri = archive.uriOf(text.path).toString();
    const own = typed.delete(uri);
    const count = known.look(text);
    if (own || count < FEW) return;
    lost.set(uri, { text, count });
    clearTimeout(timer);
    timer = setTimeout(tell, GATHER_MS);
  };

  const changed = ({ archive, paths, typing }: ArchiveChanged) => {
    if (typing) return;
    const { core } = archive;
    const texts = paths === null ? core.texts : paths.flatMap((path) => core.text(path) ?? []);
    for (const text of texts) look(archive, text);
  };

  const tell = () => {
    // Some places may have been found since: in an earlier content of the text, or because the text was put back.
    const files = [...lost.values()].map(({ text, count }) => ({
      name: text.path.slice(text.path.lastIndexOf('/') + 1),
      count: Math.min(count, text.annotations.filter(needsReview).length),
    }));
    lost.clear();
    const left = files.filter(({ count }) => count >= FEW);
    if (left.length === 0) return;
    const sum = left.reduce((all, { count }) => all + count, 0);
    const where = left.length === 1 ? visible(left[0]?.name ?? '') : many(left.length, 'file');
    const message = `${where}: ${many(sum, 'annotation')} need a look.`;
    void say(message, 'Review').then((answer) => {
      if (answer === 'Review') void vscode.commands.executeCommand('postgloss.showReview');
    });
  };

  return vscode.Disposable.from(
    archives.onDidChange(changed),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document.isDirty && archives.find(document.uri))
        typed.add(document.uri.toString());
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}
