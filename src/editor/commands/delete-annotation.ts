import * as vscode from 'vscode';
import type { Command } from './command';
import { removeAnnotations, SIDECAR_SUFFIX, visible, type FileEdit } from '../../core/index';
import { annotationTarget } from './target';

/** Deletes an annotation, and offers to take that back. */
export const deleteAnnotation: Command = {
  id: 'postgloss.deleteAnnotation',
  async run({ archives }, argument) {
    const target = await annotationTarget(archives, argument);
    if (!target) return;
    const { archive, path, text } = target;
    const { id, index, quote } = target.placed.annotation;
    const sidecar = path + SIDECAR_SUFFIX;
    const edits: FileEdit[] = [];
    const done = await archive.decide([sidecar], () => {
      const current = text.annotations.find(({ annotation }) =>
        id === null ? annotation.index === index : annotation.id === id,
      );
      if (!current) return { ok: false, why: 'The annotation is no longer there.' };
      const decision = removeAnnotations(text, [current.annotation]);
      if (decision.ok) edits.push(...decision.edits);
      return decision;
    });
    if (!done) return;
    const back = edits.map(({ path: file, before, after }) => ({ path: file, before: after, after: before ?? after }));
    const short = visible(quote.length > 40 ? `${quote.slice(0, 39)}…` : quote);
    void vscode.window.showInformationMessage(`The annotation of “${short}” is deleted.`, 'Undo').then((answer) => {
      // The save refuses when somebody has written since, so that taking back one deletion never destroys another's work.
      if (answer === 'Undo') void archive.decide([sidecar], () => ({ ok: true, edits: back }));
    });
  },
};
