import type { Indexer } from '../indexing/indexer';
import type { ArchiveText } from './archive-text';
import type { Lexicon } from './lexicon';

/**
 * Has texts indexed by a registry, a few at a time, and then lets each follow that registry: until then it answers by the last one, and
 * nobody who asks has to wait for the matcher.
 */
export async function indexTexts(texts: readonly ArchiveText[], lexicon: Lexicon, indexer: Indexer): Promise<void> {
  const left = texts.values();
  const lane = async () => {
    for (const known of left) {
      if (known.lexicon.matcher === lexicon.matcher && known.indexed) {
        known.setLexicon(lexicon);
        continue;
      }
      const { path, text } = known;
      const task = { path, text, format: known.rule.format, mentionsOnly: known.postsKnown };
      const index = await indexer.index(task, lexicon);
      known.setLexicon(lexicon);
      if (!index) continue;
      known.takeIndex(index, text, lexicon);
      // What has to be decided about is decided now, in the turn of this text, and not for all texts in the turn of whoever asks.
      known.decide();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** How many texts wait in the indexer at a time: enough for it never to be idle. */
const LANES = 8;
