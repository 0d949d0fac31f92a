import * as vscode from 'vscode';
import { visible } from '../../core/index';
import type { Archive } from '../archive';
import { toRange } from '../convert';
import { toRevealTarget } from '../reveal-target';
import type { Command } from './command';

/** Goes to a place of a text. Rows and links call it, so what it is given is checked: it opens nothing but texts of the archives. */
export const reveal: Command = {
  id: 'postgloss.reveal',
  async run({ archives }, argument) {
    const target = toRevealTarget(argument);
    const archive = target && archives.all.find(({ root }) => root.toString() === target.archive);
    if (!target || !archive) {
      void vscode.window.showInformationMessage('This place is in no archive that is open.');
      return;
    }
    if ('post' in target) await revealPost(archive, target.path, target.post);
    else await revealSpan(archive, target.path, target.start, target.end);
  },
};

/** Opens a text at a post: the cursor at its title, which is at the top of the window. */
export async function revealPost(archive: Archive, path: string, postId: string): Promise<void> {
  const editor = await openText(archive, path);
  const text = archive.annotator.text(path);
  const post = text?.posts.find(({ id }) => id === postId);
  if (!editor || !text || !post) {
    if (editor) void vscode.window.showInformationMessage('This post is no longer there.');
    return;
  }
  const { start } = post.places.title ?? post.span;
  const place = toRange(text.lines, { start, end: start });
  editor.selection = new vscode.Selection(place.start, place.start);
  // Front matter above the title belongs to the post and is shown with it.
  editor.revealRange(toRange(text.lines, { start: post.span.start, end: start }), vscode.TextEditorRevealType.AtTop);
}

async function revealSpan(archive: Archive, path: string, start: number, end: number): Promise<void> {
  const editor = await openText(archive, path);
  const text = archive.annotator.text(path);
  if (!editor || !text) return;
  const range = toRange(text.lines, { start: Math.min(start, text.text.length), end: Math.min(end, text.text.length) });
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Opens a text of an archive in an editor; undefined after telling why it cannot be. */
async function openText(archive: Archive, path: string): Promise<vscode.TextEditor | undefined> {
  const text = await archive.annotator.openText(path);
  try {
    if (text) return await vscode.window.showTextDocument(archive.uriOf(path));
  } catch {
    // The file went away in this moment; what is to be said is the same.
  }
  void vscode.window.showErrorMessage(`${visible(path)} is none of the archive’s texts any more.`);
  return undefined;
}
