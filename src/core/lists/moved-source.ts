import { findAnchor } from '../anchor/anchor';
import { readSidecar } from '../sidecar/read-sidecar';
import type { OpenArchive } from '../archive/open-archive';
import { wholeOf } from '../archive/places';
import type { StraySidecar } from '../archive/surroundings';

/** A text to which a stray sidecar may belong. */
export interface PossibleSource {
  readonly path: string;
  /** How many of the sampled annotations have an exact place there. */
  readonly found: number;
  /** The size of the sample. */
  readonly of: number;
}

/** How many annotations are searched at most. A sample is enough: a text has hardly any annotations of another one. */
const SAMPLE = 50;

/**
 * Finds where the text of a stray sidecar may have been moved: the texts without a sidecar of their own in which at least half of its
 * annotations have an exact place. The best five, best first.
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
