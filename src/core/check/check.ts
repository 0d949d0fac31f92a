import { idleRules, MANIFEST_FILE } from '../entities/archive-rules';
import { REGISTRY_FILE, type Registry } from '../entities/registry';
import { type Problem } from '../problem';
import { quoted } from '../text/visible';
import { SIDECAR_SUFFIX } from '../sidecar/read-sidecar';
import type { Span } from '../text/span';
import { entryOf } from '../yaml/tree';
import type { OpenArchive } from '../archive/open-archive';
import type { ArchiveText } from '../archive/archive-text';
import { checkSurroundings } from './check-surroundings';
import { needsReview } from '../anchor/needs-review';
import type { FileProblem } from './file-problem';
import { looksKnown, unicodeTwins } from './unicode-twins';

/** All problems of an archive, file by file, as the Problems panel shows them and `postgloss check` prints them. */
export function checkArchive(archive: OpenArchive): FileProblem[] {
  const found: FileProblem[] = [];
  const { manifest, manifestText, registry, registryText } = archive;
  if (manifestText !== null) {
    found.push(
      ...inFile(MANIFEST_FILE, manifestText, [
        ...manifest.problems,
        ...unicodeTwins('tag', manifest.tags),
        ...unusedRules(archive),
      ]),
    );
  }
  if (registryText !== null) {
    const twins = unicodeTwins('entity', registry.entities);
    found.push(...inFile(REGISTRY_FILE, registryText, [...registry.problems, ...twins, ...collidingNames(registry)]));
  }
  // Not as arguments of one push: a hostile file has more problems than a call takes arguments.
  for (const text of archive.texts) for (const problem of checkText(archive, text)) found.push(problem);
  for (const [path, why] of archive.unreadable) {
    const span = { start: 0, end: 0 };
    found.push({
      path,
      text: '',
      code: 'not-text',
      severity: 'error',
      message: `The text cannot be read. ${why}`,
      span,
    });
  }
  found.push(...checkSurroundings(archive));
  return found;
}

/** Reports the rules of the manifest that name no file: a slip in a glob makes an archive look empty. */
function unusedRules({ manifest, texts, unreadable, complete }: OpenArchive): Problem[] {
  if (!complete) return [];
  const paths = [...texts.map(({ path }) => path), ...unreadable.keys()];
  return idleRules(manifest.archives, paths).map(({ files, place }) => {
    const message = `${quoted(files)} names no file. Correct it, or put the texts there.`;
    return { code: 'no-files', severity: 'warning', message, span: place };
  });
}

/** The problems of one text, and of its sidecar. */
export function checkText(archive: OpenArchive, text: ArchiveText): FileProblem[] {
  const { problems } = text.postFile;
  // A stored text is read only where it has problems.
  return [...(problems.length > 0 ? inFile(text.path, text.text, problems) : []), ...checkSidecar(archive, text)];
}

function checkSidecar(archive: OpenArchive, text: ArchiveText): FileProblem[] {
  if (text.sidecarText === null) return [];
  const problems = [...text.sidecar.problems];
  // The annotations that are shown of a file with conflicts may not be the ones that it will hold.
  if (text.sidecar.conflicts !== null) return inFile(text.path + SIDECAR_SUFFIX, text.sidecarText, problems);
  const tags = new Set(archive.manifest.tags.map((tag) => tag.id));
  const records = new Map(text.sidecar.file.records.map((record) => [record.span.start, record]));
  for (const placed of text.annotations) {
    const { annotation, anchor } = placed;
    const record = records.get(annotation.record.start);
    const at = (field: string): Span => (record && entryOf(record.map, field)?.value?.span) ?? annotation.record;
    for (const tag of annotation.tags) {
      if (tags.has(tag)) continue;
      const why = looksKnown(archive.manifest.tags, tag)
        ? `looks like one of the codebook, but its accents are stored in another way (Unicode form). Type it as in ${MANIFEST_FILE}.`
        : `is not in the codebook. Add it to ${MANIFEST_FILE}, or correct it.`;
      problems.push({
        code: 'unknown-tag',
        severity: 'warning',
        message: `The tag ${quoted(tag)} ${why}`,
        span: at('tags'),
      });
    }
    for (const field of ['entity', 'not'] as const) {
      const id = annotation[field];
      if (id === null || archive.registry.byId.has(id)) continue;
      if (archive.registryText === null) {
        // One problem for the missing registry, in place of one for each annotation that needs it.
        if (problems.some(({ code }) => code === 'missing-registry')) continue;
        const why = `There is no ${REGISTRY_FILE}, which should hold ${quoted(id)}. Restore it, from git for example.`;
        problems.push({ code: 'missing-registry', severity: 'error', message: why, span: at(field) });
        continue;
      }
      const why = looksKnown(archive.registry.entities, id)
        ? `looks like one of the registry, but its accents are stored in another way (Unicode form). Type it as in ${REGISTRY_FILE}.`
        : `is not in the registry. Add it to ${REGISTRY_FILE}, or correct it.`;
      problems.push({
        code: 'unknown-entity',
        severity: 'error',
        message: `The entity ${quoted(id)} ${why}`,
        span: at(field),
      });
    }
    if (anchor.state === 'exact' || !needsReview(placed)) continue;
    problems.push({
      code: anchor.state,
      severity: anchor.state === 'orphan' ? 'error' : 'warning',
      message: anchorMessage(),
      span: at('quote'),
    });
    function anchorMessage(): string {
      const quote = quoted(annotation.quote);
      if (anchor.state === 'orphan')
        return `${quote} is not in the text any more. Attach it to another passage, keep it as an orphan, or delete it.`;
      if (anchor.state === 'changed') {
        return anchor.found === 'quote'
          ? `${quote} stands in other surroundings than when it was annotated. Look whether it is the same.`
          : `${quote} reads otherwise now. Look whether the annotation still holds.`;
      }
      const { length } = anchor.candidates;
      if (length === 0) return `${quote} stands in more places than could be compared. Attach it to the right one.`;
      return length === 1
        ? `${quote} may stand in one place, but it is not certain that this is the one. Accept it or choose another.`
        : `${quote} may stand in any of ${length} places. Choose one.`;
    }
  }
  return inFile(text.path + SIDECAR_SUFFIX, text.sidecarText, problems);
}

/** The spellings that several entities have. They are allowed, but their mentions are ambiguous; see `resolveNames`. */
function collidingNames(registry: Registry): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const entity of registry.entities) {
    for (const form of [entity.name, ...entity.aliases]) {
      const owner = owners.get(form);
      if (owner === undefined) owners.set(form, entity.id);
      else if (owner !== entity.id) {
        const message =
          `${quoted(form)} names ${quoted(owner)} too. Its mentions are ambiguous and count for both, unless the rest of their post or ` +
          'a person tells which is meant. Say which is meant, remove the spelling from one of the two, or merge them.';
        problems.push({ code: 'alias-collision', severity: 'warning', message, span: entity.place });
      }
    }
  }
  return problems;
}

function inFile(path: string, text: string, problems: readonly Problem[]): FileProblem[] {
  return problems.map((problem) => ({ ...problem, path, text })).sort((a, b) => a.span.start - b.span.start);
}
