import { headerTexts, listPosts, postLabel, shortDate, sortPosts, type PostEntry } from '../../core/lists';
import { whisper } from '../ui/say';
import { joined } from '../ui/words';
import type { Command } from '../commands/command';
import { fuzzyPick } from '../ui/fuzzy-pick';
import { revealPost } from '../commands/reveal';

/** Finds a post by words of its title, source, author or date, also with typos, and goes there. */
export const goToPost: Command = {
  id: 'postgloss.goToPost',
  async run({ archives }) {
    await Promise.all(archives.all.map((archive) => archive.core.open()));
    const several = archives.all.length > 1;
    const items = archives.all.flatMap((archive) =>
      sortPosts(listPosts(archive.core), 'newest').map((entry) => ({
        label: postLabel(entry),
        description: describe(entry, several ? archive.name : null),
        archive,
        entry,
      })),
    );
    if (items.length === 0) {
      whisper('No post is known yet.');
      return;
    }
    const placeholder = 'Words of the title, the source, the author or the date';
    const item = await fuzzyPick('Go to Post', placeholder, items, ({ entry }) => headerTexts(entry));
    if (item) await revealPost(archives, item.archive, item.entry.path, item.entry.post.id);
  },
};

function describe({ post }: PostEntry, archive: string | null): string {
  return joined([post.date && shortDate(post.date), post.source, archive]);
}
