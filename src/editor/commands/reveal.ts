import * as vscode from 'vscode';
import { namedPosts } from '../../core/posts';
import { type Span } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { Archives, TextInArchive } from '../archive/archives';
import { toPosition, toRange } from '../ui/convert';
import { toRevealTarget } from '../ui/reveal-target';
import { select } from '../archive/show';
import type { Command } from './command';
import { fail, say } from '../ui/say';
import { pathName } from '../ui/inert';

/** Goes to a place of a text. Rows and links call it, so its argument is checked: it opens nothing but texts of the archives. */
export const reveal: Command = {
  id: 'postgloss.reveal',
  async run({ archives }, argument) {
    const target = toRevealTarget(argument.record);
    const archive = target && archives.all.find(({ root }) => root.toString() === target.archive);
    if (!target || !archive) {
      say('The archive of this place is not open in this window. Open its folder first.');
      return;
    }
    if ('post' in target) await revealPost(archives, archive, target.path, target.post);
    else await revealSpan(archives, archive, target.path, target);
  },
};

/** Opens a text at a post: the cursor at its title, which is at the top of the window. */
export async function revealPost(archives: Archives, archive: Archive, path: string, postId: string): Promise<void> {
  const shown = await showText(archives, archive, path);
  if (!shown) return;
  const { editor, text } = shown;
  const post = namedPosts(text.posts).find(postId);
  if (!post) {
    say('This post is no longer there.');
    return;
  }
  const { start } = post.places.title ?? post.span;
  const title = toPosition(text.lines, start);
  editor.selection = new vscode.Selection(title, title);
  // Front matter above the title belongs to the post and is shown with it.
  const top = toPosition(text.lines, post.span.start);
  editor.revealRange(new vscode.Range(top, title), vscode.TextEditorRevealType.AtTop);
}

async function revealSpan(archives: Archives, archive: Archive, path: string, span: Span): Promise<void> {
  const shown = await showText(archives, archive, path);
  if (!shown) return;
  const end = shown.text.text.length;
  const range = toRange(shown.text.lines, { start: Math.min(span.start, end), end: Math.min(span.end, end) });
  select(shown.editor, range);
}

/** Shows a text of an archive in an editor; null after telling why it cannot be. */
async function showText(
  archives: Archives,
  archive: Archive,
  path: string,
): Promise<(TextInArchive & { readonly editor: vscode.TextEditor }) | null> {
  try {
    if (archive.core.names(path) && (await archive.core.openText(path))) {
      const editor = await vscode.window.showTextDocument(archive.uriOf(path));
      const found = await archives.read(editor.document);
      if (found) return { ...found, editor };
    }
  } catch {
    // The file has just gone: the message below is right for that, too.
  }
  fail(`${pathName(path)} is none of the archive’s texts any more.`);
  return null;
}
