import { findAnchor } from '../anchor/anchor';
import { readSidecar } from '../sidecar/read-sidecar';
import type { OpenArchive } from '../archive/open-archive';
import { wholeOf } from '../archive/places';
import type { StraySidecar } from '../archive/surroundings';

/** A text that a sidecar without a text may belong to. */
export interface PossibleSource {
  readonly path: string;
  /** How many of the sidecar's annotations stand there, with their surroundings. */
  readonly found: number;
  readonly of: number;
}

/** A sample of annotations tells; a text of the same archive has hardly any of another one's. */
const SAMPLE = 50;

/**
 * The texts without a sidecar in which the annotations of a stray sidecar stand: where its text may have been moved to. Best first; a
 * text that holds less than half of them is none.
 */
export function possibleSources(archive: OpenArchive, stray: StraySidecar): PossibleSource[] {
  const { annotations } = readSidecar(stray.text);
  const step = Math.max(1, Math.floor(annotations.length / SAMPLE));
  const sample = annotations.filter((_, i) => i % step === 0);
  if (sample.length === 0) return [];
  const name = nameOf(stray.source);
  return archive.texts
    .filter((text) => text.sidecarText === null)
    .map((text) => {
      const whole = wholeOf(text.text);
      const found = sample.filter((one) => findAnchor(whole, text.posts, one).state === 'exact').length;
      return { path: text.path, found, of: sample.length };
    })
    .filter(({ found, of }) => 2 * found >= of)
    .sort((a, b) => b.found - a.found || Number(nameOf(b.path) === name) - Number(nameOf(a.path) === name))
    .slice(0, 5);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
