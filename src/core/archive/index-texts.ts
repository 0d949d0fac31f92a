import type { Indexer } from '../indexing/indexer';
import type { ArchiveText } from './archive-text';
import type { Lexicon } from '../mentions/lexicon';
import { prepare, type StoredReader } from './stored-reader';

/**
 * Has texts indexed by a registry, a few at a time, and then lets each follow that registry: until then it answers by the last one, and
 * nobody who asks has to wait for the matcher.
 *
 * @param reader reads those that are not in memory
 */
export async function indexTexts(
  texts: readonly ArchiveText[],
  lexicon: Lexicon,
  indexer: Indexer,
  reader: StoredReader | null,
): Promise<void> {
  await prepare(lexicon);
  const left = texts.values();
  const lane = async () => {
    for (const known of left) {
      if (known.lexicon.matcher === lexicon.matcher && known.indexed) {
        known.setLexicon(lexicon);
        continue;
      }
      await (reader && known.stored ? again(known, lexicon, reader) : index(known, lexicon, indexer));
      // What has to be decided about is decided now, in the turn of this text, and not for all texts in the turn of whoever asks.
      known.computeMentions();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** How many texts wait in the indexer at a time: enough for it never to be idle. */
const LANES = 8;

async function index(known: ArchiveText, lexicon: Lexicon, indexer: Indexer): Promise<void> {
  const { path, text } = known;
  const task = { path, text, format: known.rule.format, mentionsOnly: known.postsKnown };
  const made = await indexer.index(task, lexicon);
  known.setLexicon(lexicon);
  if (made) known.takeIndex(made, text, lexicon);
}

async function again(known: ArchiveText, lexicon: Lexicon, reader: StoredReader): Promise<void> {
  const before = known.content;
  const read = await reader.readAgain(known, lexicon);
  // Meanwhile an editor may have opened it, or its file may have changed: what was found is then of another text.
  if (read && known.content === before && known.stored) {
    known.store(read.stored);
    known.takeStored(read.index, lexicon);
  }
  known.setLexicon(lexicon);
}
