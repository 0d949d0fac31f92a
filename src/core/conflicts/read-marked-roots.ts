import { MANIFEST_FILE } from '../entities/archive-rules';
import { readManifest, type Manifest } from '../entities/manifest';
import { readRegistry, REGISTRY_FILE, type Registry } from '../entities/registry';
import type { Span } from '../text/span';
import type { RecordFile } from '../yaml/record-file';
import { markerOf, placesOfIds, shownSides } from './marked-file';
import { hasMarkers, sideOf, splitMarkers } from './markers';
import { readConflicts } from './read-conflicts';
import { solveConflicts } from './decide-conflicts';

// Reads the registry and `postgloss.yaml` also with git's markers in them: without names and rules, an archive would look empty.

/**
 * Reads a registry. A registry with git's markers is read with the entities of both sides, and those in conflict as ours has them, so that
 * texts show their names. It cannot be written. Never throws.
 *
 * @param before an earlier reading of it: the records that have not changed since are not read again
 */
export function readRegistryOrMarked(text: string, before?: Registry): Registry {
  const refused = readRegistry(text, before);
  const shown = hasMarkers(text) ? shownText(text, REGISTRY_FILE, before?.file) : null;
  if (shown === null) return refused;
  const place = placer(text, markerOf(refused.problems));
  const { entities: found, ignored } = readRegistry(shown, before);
  const entities = found.map((entity) => ({ ...entity, ...place(entity.id) }));
  return { ...refused, entities, byId: new Map(entities.map((entity) => [entity.id, entity])), ignored };
}

/** The same for `postgloss.yaml`: its rules and its tags. */
export function readManifestOrMarked(text: string): Manifest {
  const refused = readManifest(text);
  const shown = hasMarkers(text) ? shownText(text, MANIFEST_FILE) : null;
  if (shown === null) return refused;
  const place = placer(text, markerOf(refused.problems));
  const { archives, tags } = readManifest(shown);
  return {
    ...refused,
    archives: archives.map((rule) => ({ ...rule, place: place('').place })),
    tags: tags.map((tag) => ({ ...tag, ...place(tag.id) })),
  };
}

/** The merged text of a file, each conflict solved as it is shown; else our side as it stands there; null where neither can be read. */
function shownText(text: string, path: string, before?: RecordFile): string | null {
  const file = readConflicts(text, path, null, before);
  const solved = solveConflicts(file, shownSides(file.conflicts), () => '');
  if (solved.ok) return solved.text;
  const marked = splitMarkers(text);
  return marked && sideOf(marked, 'ours');
}

/** Where records stand in the file with the markers, by their ids. */
function placer(text: string, otherwise: Span): (id: string) => { readonly record: Span; readonly place: Span } {
  const places = placesOfIds(text);
  return (id) => {
    const place = places.get(id) ?? otherwise;
    return { record: place, place };
  };
}
