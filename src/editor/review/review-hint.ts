import * as vscode from 'vscode';
import { needsReview } from '../../core/anchor';
import type { ArchiveText } from '../../core/archive';
import { LostPlaces } from '../../core/review';
import { visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { ArchiveChanged, Archives } from '../archive/archives';
import { many } from '../ui/words';

/** From how many annotations on that lose their place at once it is said. Of fewer the number on the view tells enough. */
const FEW = 3;

/** How long losses are gathered: a switch of branches changes many files, and is one event for the person. */
const GATHER_MS = 1000;

/**
 * Says once that a change from outside has taken many annotations their place: one message for all files that it touched. Nothing is
 * said of what was so when the archive was opened, nor of what the person has just typed.
 */
export function registerReviewHint(archives: Archives): vscode.Disposable {
  const places = new WeakMap<Archive, LostPlaces>();
  /** Texts that a person is typing in. A document that another program has changed on the disk is read anew, and is not dirty. */
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
    // Some may have been found by now: in an earlier content of the text, or because it was put back.
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
    void vscode.window.showInformationMessage(message, 'Review').then((answer) => {
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
