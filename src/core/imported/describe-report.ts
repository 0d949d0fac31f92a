import type { ImportReport } from './tally';

/** The most paths of one kind that are listed for people. */
const MOST_PATHS = 20;

/**
 * A report as lines for people: what was done first, then what they may have to look at.
 *
 * @param isDone false where the import was only tried
 */
export function describeReport(report: ImportReport, isDone: boolean): string[] {
  const { read, written, changed, unchanged, edited, gone, skipped, notes, problems, cancelled } = report;
  const anew = changed === 0 ? '' : `, ${changed} of them anew, as the source has changed`;
  return [
    ...(cancelled ? ['The import was ended early. What was written is whole; import again for the rest.'] : []),
    `Read ${read}; ${isDone ? 'wrote' : 'would write'} ${written}${anew}; unchanged ${unchanged}.`,
    ...skipped.map(({ why, count }) => `Left out ${count}: ${why}.`),
    ...notes.map(({ what, count }) => `${what}: ${count}.`),
    ...some('Edited here and changed in the source, so not touched', edited),
    ...some('No more in the source, and kept', gone),
    ...problems,
  ];
}

function some(title: string, paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  const more = paths.length > MOST_PATHS ? [`  … ${paths.length - MOST_PATHS} more`] : [];
  return [`${title}: ${paths.length}.`, ...paths.slice(0, MOST_PATHS).map((path) => `  ${path}`), ...more];
}
