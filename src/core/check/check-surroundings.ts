import { MANIFEST_FILE } from '../entities/archive-rules';
import { REGISTRY_FILE } from '../entities/registry';
import { mergeRuleOf } from '../merge/attributes';
import { type Problem } from '../problem';
import { quoted } from '../text/visible';
import { readSidecar, SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import type { OpenArchive } from '../archive/open-archive';
import type { FileProblem } from './file-problem';
import { possibleSources } from '../lists/moved-source';

const TOP = { start: 0, end: 0 };

/** The problems around the texts of an archive: sidecars without a text, conflict copies of our files, and how git merges them. */
export function checkSurroundings(archive: OpenArchive): FileProblem[] {
  const { copies } = archive.surroundings;
  return [...checkStrays(archive), ...copies.map(copyProblem), ...checkMerging(archive), ...checkDriver(archive)];
}

function checkStrays(archive: OpenArchive): FileProblem[] {
  return archive.surroundings.strays.flatMap((stray) => {
    const { path, source, text, sourceExists } = stray;
    const { problems, annotations } = readSidecar(text);
    if (annotations.length === 0 && problems.length === 0) return [];
    const [best] = sourceExists ? [] : possibleSources(archive, stray);
    const advice = sourceExists
      ? `${quoted(source)} is there, but ${MANIFEST_FILE} does not name it: add it to “archives”.`
      : best
        ? `There is no ${quoted(source)}. ${best.found} of ${best.of} annotations stand in ${quoted(best.path)}: rename the sidecar to ${quoted(best.path + SIDECAR_SUFFIX)}.`
        : `There is no ${quoted(source)}. Restore the text, or rename the sidecar after the text that it belongs to.`;
    const missing: Problem = { code: 'missing-source', severity: 'error', message: advice, span: TOP };
    return [missing, ...problems].map((problem) => ({ ...problem, path, text }));
  });
}

function copyProblem(path: string): FileProblem {
  const message =
    'It looks like a copy that another program made when two versions met. Postgloss does not read it. Move its changes into the original, then delete it.';
  return { path, text: '', code: 'conflict-copy', severity: 'warning', message, span: TOP };
}

/** Reports each line of git's attributes that merges one of our files by `union`. */
function checkMerging(archive: OpenArchive): FileProblem[] {
  const { attributes, strays } = archive.surroundings;
  const own = [
    MANIFEST_FILE,
    REGISTRY_FILE,
    ...archive.texts.map(({ path }) => path + SIDECAR_SUFFIX),
    ...strays.map(({ path }) => path),
  ];
  const found = new Map<string, FileProblem>();
  for (const path of attributes.length > 0 ? own : []) {
    const rule = mergeRuleOf(attributes, path);
    if (rule?.value !== 'union') continue;
    const text = attributes.find((file) => file.path === rule.path)?.text ?? '';
    const message = `merge=union mixes the lines of two annotations without a conflict (${quoted(path)} among others). Remove the line.`;
    const problem: FileProblem = {
      path: rule.path,
      text,
      code: 'union-merge',
      severity: 'error',
      message,
      span: rule.span,
    };
    const key = `${rule.path}:${rule.span.start}`;
    if (!found.has(key)) found.set(key, problem);
  }
  return [...found.values()];
}

/** Reports annotations that git does not merge record by record: the repository's attributes must ask for it, and this clone know how. */
function checkDriver(archive: OpenArchive): FileProblem[] {
  const { attributes, mergeDriver } = archive.surroundings;
  const annotated = archive.texts.find(({ sidecarText }) => sidecarText !== null);
  if (mergeDriver === null || !annotated) return [];
  const rule = mergeRuleOf(attributes, annotated.path + SIDECAR_SUFFIX);
  const about = { code: 'no-merge-driver', severity: 'info' } as const;
  const help = 'Run “Postgloss: Set Up Git Merging”, or “postgloss setup-git”.';
  if (!rule) {
    const message = `git merges these annotations line by line, which ends in needless conflicts. ${help}`;
    return [{ ...about, path: MANIFEST_FILE, text: archive.manifestText ?? '', message, span: TOP }];
  }
  if (rule.value !== 'postgloss' || mergeDriver) return [];
  const text = attributes.find((file) => file.path === rule.path)?.text ?? '';
  const message = `This clone does not know the program that merges annotations record by record, or it is gone. ${help}`;
  return [{ ...about, path: rule.path, text, message, span: rule.span }];
}
