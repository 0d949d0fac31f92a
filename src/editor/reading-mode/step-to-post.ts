import { activeText } from '../archive/active-text';
import type { Archives } from '../archive/archives';
import type { Command } from '../commands/command';
import { revealPost } from '../commands/reveal';
import { toOffset } from '../ui/convert';
import { whisper } from '../ui/say';

export const nextPost: Command = {
  id: 'postgloss.nextPost',
  run: ({ archives }) => step(archives, 1),
};

export const previousPost: Command = {
  id: 'postgloss.previousPost',
  run: ({ archives }) => step(archives, -1),
};

/** Goes to the title of the next post of the text. Back, it goes to the title of the post of the cursor first, if the cursor is below it. */
async function step(archives: Archives, direction: 1 | -1): Promise<void> {
  const active = await activeText(archives);
  if (!active) return;
  const { archive, path, text, editor } = active;
  const offset = toOffset(text.lines, editor.selection.active);
  const places = text.posts.map((post) => ({ post, start: (post.places.title ?? post.span).start }));
  const next =
    direction === 1 ? places.find(({ start }) => start > offset) : places.findLast(({ start }) => start < offset);
  if (next) await revealPost(archives, archive, path, next.post.id);
  else whisper(direction === 1 ? 'This is the last post of the text.' : 'This is the first post of the text.');
}
