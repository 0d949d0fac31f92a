import { Turns } from '../indexing/turns';
import type { OpenArchive } from './open-archive';

/** How much of the registry is searched at most, and how much in one step. In UTF-16 code units. */
const MOST = 200_000;
const STEP = 20_000;

/**
 * Searches the registry's own text for names, in short steps, after `prepare`. The result is not needed: the JavaScript engine compiles the
 * loops of the matcher while they run, and the registry is at hand and full of names. The first text that is opened is then matched about
 * twice as fast. Ends once a text is there.
 */
export async function warmUp(archive: OpenArchive): Promise<void> {
  const text = archive.registryText ?? '';
  const turns = new Turns();
  for (let at = 0; at < Math.min(text.length, MOST) && archive.texts.length === 0; at += STEP) {
    archive.lexicon.matcher.match(text.slice(at, at + STEP));
    await turns.next();
  }
}
