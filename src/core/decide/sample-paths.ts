import { grouped } from './archive-globs';

/**
 * At most so many of some paths, spread over all folders: each folder gives the same share, and what a small one leaves goes to the others.
 *
 * @param paths sorted, with `/`
 */
export function samplePaths(paths: readonly string[], most: number, depth = 0): readonly string[] {
  if (paths.length <= most) return paths;
  const groups = [...groupsAt(paths, depth)].sort((a, b) => a.length - b.length);
  // Files of one folder.
  if (groups.length === paths.length || groups.length > most)
    return evenly(groups, most).flatMap((group) => group.slice(0, 1));
  const sample: string[] = [];
  groups.forEach((group, index) => {
    sample.push(...samplePaths(group, Math.floor((most - sample.length) / (groups.length - index)), depth + 1));
  });
  return sample;
}

/** The paths by their folder or file at a depth. */
function groupsAt(paths: readonly string[], depth: number): Iterable<readonly string[]> {
  return grouped(paths, (path) =>
    path
      .split('/')
      .slice(0, depth + 1)
      .join('/'),
  ).values();
}

/** As many of some things, at equal steps. */
function evenly<Thing>(things: readonly Thing[], most: number): Thing[] {
  const step = Math.max(1, things.length / Math.max(1, most));
  return things.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step)).slice(0, most);
}
