import { ArchiveText } from '../../core/archive';
import { recordsOf } from '../../core/changes';
import { isGlossFile, MANIFEST_FILE, readManifest, ruleFor, type ArchiveRule } from '../../core/entities';
import { NO_LEXICON } from '../../core/mentions';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { decodeAs, indexLines, quoted, visible } from '../../core/text';
import { GLOSS_PATHS, textOf, type GitRepository } from './git-repository';
import { RAW, readRaw } from './raw-diff';
import { GitRefusal } from './refusal';
import { headOf } from './revisions';

/** A record that the caller names: the file that it is or was in, and its id, or the words that stand in for one. */
export interface NamedRecord {
  readonly path: string;
  readonly name: string;
}

/**
 * Finds the record that `ID` or `FILE:LINE` names. FILE is a gloss file, or a text: then the annotation whose passage is on the line.
 * Throws a `GitRefusal` where there is none, or more than one.
 */
export async function findRecord(repository: GitRepository, given: string): Promise<NamedRecord> {
  const place = /^(.+):(\d{1,9})$/s.exec(given);
  const found = place ? await onLine(repository, place[1] ?? '', Number(place[2])) : await withId(repository, given);
  const [only, ...more] = found;
  if (!only) {
    throw new GitRefusal(
      place ? `No annotation is on the line ${visible(given)}.` : `No file and no commit has the id ${quoted(given)}.`,
    );
  }
  if (more.length === 0) return only;
  const names = found.map(({ path, name }) => (place ? quoted(name) : visible(repository.shown(path))));
  throw new GitRefusal(
    place
      ? `There are several annotations on the line: ${names.join(', ')}. Name one by its id.`
      : `Several files have the id ${quoted(given)}: ${names.join(', ')}. Name a line: FILE:LINE.`,
  );
}

async function withId(repository: GitRepository, id: string): Promise<NamedRecord[]> {
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...GLOSS_PATHS];
  const paths = new Set((await repository.ask(listing)).split('\0').filter((path) => path !== ''));
  const found: NamedRecord[] = [];
  for (const path of paths) {
    const text = textOf(await repository.onDisk(path));
    if (text?.includes(id) !== true) continue;
    if (recordsOf(text, path).some(({ name }) => name === id)) found.push({ path, name: id });
  }
  if (found.length > 0 || id === '' || id.includes('\0')) return found;
  // The record was deleted: the last commit that deleted it tells where it was.
  const flags = ['log', '-1', '-m', '--format=', ...RAW, `-S${id}`, 'HEAD', ...GLOSS_PATHS];
  for (const { path, before, after } of readRaw(
    (await headOf(repository)) === null ? '' : await repository.ask(flags),
  )) {
    const blobs = await repository.blobs([before, after].flatMap((name) => name ?? []));
    const texts = blobs.map((bytes) => textOf(bytes) ?? '');
    if (texts.some((text) => recordsOf(text, path).some(({ name }) => name === id))) return [{ path, name: id }];
  }
  return [];
}

async function onLine(repository: GitRepository, given: string, line: number): Promise<NamedRecord[]> {
  const path = repository.pathOf(given);
  const rule = isGlossFile(path) ? null : await ruleAround(repository, path);
  const text = textOf(await repository.onDisk(path), rule ? (bytes) => decodeAs(bytes, rule.encoding) : undefined);
  if (text === null) throw new GitRefusal(`There is no file ${quoted(given)}.`);
  const lines = indexLines(text);
  const covers = ({ start, end }: { start: number; end: number }) =>
    lines.lineAt(start) + 1 <= line && line <= lines.lineAt(Math.max(start, end - 1)) + 1;
  if (isGlossFile(path))
    return recordsOf(text, path)
      .filter(covers)
      .map(({ name }) => ({ path, name }));
  const sidecar = path + SIDECAR_SUFFIX;
  const annotated = textOf(await repository.onDisk(sidecar));
  if (annotated === null) return [];
  const archive = new ArchiveText(path, rule ?? { format: 'auto' }, text, NO_LEXICON);
  archive.setSidecar(annotated);
  const starts = new Set(
    archive.annotations.flatMap(({ annotation, anchor }) => {
      return anchor.span && covers(anchor.span) ? [annotation.record.start] : [];
    }),
  );
  return recordsOf(annotated, sidecar)
    .filter(({ start }) => starts.has(start))
    .map(({ name }) => ({ path: sidecar, name }));
}

/** How the archive that a text belongs to wants it to be read; null where none names it. */
async function ruleAround(repository: GitRepository, path: string): Promise<ArchiveRule | null> {
  for (let end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end + 1);
    const manifest = textOf(await repository.onDisk(folder + MANIFEST_FILE));
    if (manifest !== null) return ruleFor(readManifest(manifest))(path.slice(folder.length));
    if (end <= 0) return null;
  }
}
