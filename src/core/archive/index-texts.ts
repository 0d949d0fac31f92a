import type { Indexer } from '../indexing/indexer';
import type { ArchiveText } from './archive-text';
import type { Lexicon } from '../mentions/lexicon';
import { prepare, type StoredReader } from './stored-reader';

/**
 * Indexes texts by a registry, a few at a time. Each text follows the registry when its index is there. Until then it answers by the
 * registry before, so that no query waits for the matcher.
 *
 * @param reader reads the texts that are not in memory
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
      // Compute this text's mentions now, in its own time slice. Otherwise the first query would compute them for every text at once.
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
  // An editor may have opened the text meanwhile, or its file may have changed: the index is then one of another text.
  if (read && known.content === before && known.stored) {
    known.store(read.stored);
    known.takeStored(read.index, lexicon);
  }
  known.setLexicon(lexicon);
}
