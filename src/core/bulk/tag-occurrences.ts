import { annotate, type Signature } from '../decide/annotate';
import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import type { Decision } from '../decision';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import type { Span } from '../text/span';
import type { Occurrence } from './occurrences';
import type { BulkPart } from './part';

/** Adds tags to passages of one text. If a passage is annotated already, adds them to its annotation. */
export function tagPlaces(
  text: ArchiveText,
  places: readonly Span[],
  tags: readonly string[],
  signature: Signature,
): Decision {
  return annotate(text, places, { tags: [...tags] }, signature);
}

/** Adds tags to occurrences; one part for each text. Refuses a text that has changed since they were found. */
export function tagOccurrences(
  archive: OpenArchive,
  occurrences: readonly Occurrence[],
  tags: readonly string[],
  signature: Signature,
): BulkPart[] {
  return byText(archive, occurrences).map(({ text, found }) => ({
    path: text.path + SIDECAR_SUFFIX,
    decide: whileUnchanged(archive, text, (now) =>
      tagPlaces(
        now,
        found.map(({ span }) => span),
        tags,
        signature,
      ),
    ),
  }));
}

/** Groups finds by their text. Leaves out texts that are gone. */
export function byText<T extends { readonly path: string }>(
  archive: OpenArchive,
  found: readonly T[],
): { readonly text: ArchiveText; readonly found: readonly T[] }[] {
  const groups = new Map<string, T[]>();
  for (const one of found) {
    const group = groups.get(one.path);
    if (group) group.push(one);
    else groups.set(one.path, [one]);
  }
  return [...groups].flatMap(([path, group]) => {
    const text = archive.text(path);
    return text ? [{ text, found: group }] : [];
  });
}

/** Decides when called, if the text has not changed since: offsets found before would be wrong places in another text. */
function whileUnchanged(archive: OpenArchive, found: ArchiveText, decide: (text: ArchiveText) => Decision) {
  const { path, text: content } = found;
  return (): Decision => {
    const now = archive.text(path);
    if (now?.text === content) return decide(now);
    return { ok: false, why: `${path} has changed since its places were listed. Nothing was written; try again.` };
  };
}
