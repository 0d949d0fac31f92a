import picomatch from 'picomatch';
import { type Problem } from '../problem';
import { leavesFolder } from '../text/leaves-folder';
import { quoted } from '../text/visible';
import { FORMAT_NAMES, isFormatName, type FormatName } from '../posts/formats';
import type { Span } from '../text/span';
import { applyProven, type Written } from '../yaml/apply';
import { insertRecord, type FieldValue } from '../yaml/edit-records';
import { textField } from '../yaml/fields';
import type { RecordFile } from '../yaml/record-file';
import { readRecords } from '../yaml/read-records';
import { contentEnd, entryOf, type YamlMap } from '../yaml/tree';
import { refuseTagId } from './id';

/** A tag of the codebook. Its id is a path: `claim/unsourced` is a kind of `claim`. */
export interface Tag {
  readonly id: string;
  readonly description: string | null;
  /** One of `TAG_COLORS`, or null. */
  readonly color: TagColor | null;
  /** Where its record stands in the file, and its id in it. */
  readonly record: Span;
  readonly place: Span;
}

export const TAG_COLORS = ['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'grey'] as const;
export type TagColor = (typeof TAG_COLORS)[number];

/** Which files hold posts, and how. */
export interface ArchiveRule {
  /** A glob relative to the folder of `postgloss.yaml`, with `/`. */
  readonly files: string;
  readonly format: FormatName;
  /** Where `files` stands in `postgloss.yaml`. */
  readonly place: Span;
}

/** `postgloss.yaml`: the root of an archive. */
export interface Manifest {
  readonly file: RecordFile;
  readonly archives: readonly ArchiveRule[];
  /** In the order of the file, which is the order people see. */
  readonly tags: readonly Tag[];
  readonly problems: readonly Problem[];
  readonly writable: boolean;
}

export const MANIFEST_FILE = 'postgloss.yaml';

/** Reads `postgloss.yaml`. Never throws. */
export function readManifest(text: string): Manifest {
  return manifestOf(readRecords(text, 'tags'));
}

/** The manifest that a file of records is. */
function manifestOf(file: RecordFile): Manifest {
  const problems = [...file.problems];
  const archives = file.root ? readArchives(file.root, problems) : [];
  if (file.root && archives.length === 0) {
    const message = 'No archive is named. Add “archives:” with “- files: "archives/**/*.txt"”.';
    problems.push({
      code: 'no-archives',
      severity: 'warning',
      message,
      span: { start: file.root.span.start, end: file.root.span.start },
    });
  }
  return { file, archives, tags: readTags(file, problems), problems, writable: file.writable };
}

function readArchives(root: YamlMap, problems: Problem[]): ArchiveRule[] {
  const value = entryOf(root, 'archives')?.value;
  if (value && value.kind !== 'list') {
    const message = '“archives” should be a list, each item beginning with “-”.';
    problems.push({ code: 'bad-field', severity: 'error', message, span: value.span });
  }
  if (value?.kind !== 'list') return [];
  const rules: ArchiveRule[] = [];
  for (const item of value.items) {
    const files = item.kind === 'text' ? item.value : item.kind === 'map' ? textField(item, 'files', problems) : null;
    if (files === null || isUnfit(files)) {
      const message = 'An archive needs “files”: a path or glob inside this folder, such as "archives/**/*.txt".';
      const span = { start: item.span.start, end: contentEnd(item) };
      problems.push({ code: 'missing-field', severity: 'error', message, span });
      continue;
    }
    if (item.kind !== 'map') {
      rules.push({ files, format: 'auto', place: item.span });
      continue;
    }
    const format = textField(item, 'format', problems) ?? 'auto';
    if (!isFormatName(format)) {
      const message = `${quoted(format)} is no format. Use ${FORMAT_NAMES.join(', ')}.`;
      problems.push({
        code: 'bad-field',
        severity: 'error',
        message,
        span: entryOf(item, 'format')?.keySpan ?? item.span,
      });
    }
    const place = entryOf(item, 'files')?.value?.span ?? item.span;
    rules.push({ files, format: isFormatName(format) ? format : 'auto', place });
  }
  return rules;
}

/**
 * Whether a glob must not be used. Manifests come from strangers: a glob must neither reach out of its folder nor be slow to match. So one
 * name may have two stars and one path two `**`, and groups with repetition (`(a+)+`), which a glob passes on to its regular expression,
 * are refused.
 */
function isUnfit(glob: string): boolean {
  const alternatives = expandBraces(glob);
  return (
    glob === '' ||
    glob.length > 300 ||
    /^!|[()\0]|[\]}]\+|\{[^}]*\{/.test(glob) ||
    alternatives === null ||
    alternatives.some(
      (path) =>
        leavesFolder(path) ||
        /^~|^[a-z]+:\/\//i.test(path) ||
        path.split(/[/\\]/).some((name) => /^[.[\]]*\.[.[\]]*\.[.[\]]*$/.test(name)) ||
        path.split('/').some((name) => name !== '**' && name.split('*').length > 3) ||
        path.split('/').filter((name) => name === '**').length > 2,
    )
  );
}

/** The globs that a glob with braces stands for; null for more than 64. */
function expandBraces(glob: string): string[] | null {
  let globs = [''];
  for (const piece of glob.split(/(\{[^{}]*\})/)) {
    const choices = piece.startsWith('{') && piece.endsWith('}') ? piece.slice(1, -1).split(',') : [piece];
    globs = globs.flatMap((start) => choices.map((choice) => start + choice));
    if (globs.length > 64) return null;
  }
  return globs;
}

function readTags(file: RecordFile, problems: Problem[]): Tag[] {
  const tags: Tag[] = [];
  const seen = new Set<string>();
  for (const { map, span } of file.records) {
    const id = textField(map, 'id', problems);
    const place = entryOf(map, 'id')?.value?.span ?? span;
    if (id === null) {
      problems.push({ code: 'missing-field', severity: 'error', message: 'A tag needs an “id”.', span: place });
      continue;
    }
    const bad = refuseTagId(id);
    if (bad) {
      problems.push({ code: 'bad-id', severity: 'error', message: bad.why, span: place });
      continue;
    }
    if (seen.has(id)) {
      problems.push({
        code: 'duplicate-id',
        severity: 'error',
        message: `The tag ${quoted(id)} is there twice.`,
        span: place,
      });
      continue;
    }
    seen.add(id);
    const color = textField(map, 'color', problems);
    const known = TAG_COLORS.find((candidate) => candidate === color) ?? null;
    if (color !== null && known === null) {
      const message = `${quoted(color)} is no colour of the codebook. Use ${TAG_COLORS.join(', ')}.`;
      problems.push({ code: 'bad-field', severity: 'warning', message, span: entryOf(map, 'color')?.keySpan ?? span });
    }
    tags.push({ id, description: textField(map, 'description', problems), color: known, record: span, place });
  }
  return tags;
}

/** Adds a tag behind the others of the codebook. */
export function addTag(manifest: Manifest, id: string): Written {
  const { file } = manifest;
  if (manifest.tags.some((tag) => tag.id === id)) return { ok: false, why: `There is a tag ${quoted(id)} already.` };
  const refused = refuseTagId(id);
  if (refused) return refused;
  const fields = new Map<string, FieldValue>([['id', id]]);
  const proves = (after: RecordFile) => manifestOf(after).tags.some((tag) => tag.id === id);
  return applyProven(file, () => insertRecord(file, file.items.length, fields), proves, []);
}

/** A function that gives the rule by which a file is read: the first that names it; null for a file that none names. */
export function ruleFor(manifest: Manifest): (path: string) => ArchiveRule | null {
  const rules = manifest.archives.map((rule) => ({ rule, fits: fitsRule(rule) }));
  return (path) => rules.find(({ fits }) => fits(path))?.rule ?? null;
}

/** A function that says whether a rule names a path. No rule names our own files, or files outside of the archive. */
export function fitsRule(rule: Pick<ArchiveRule, 'files'>): (path: string) => boolean {
  const fits = picomatch(rule.files, { noextglob: true });
  return (path) => !isGlossFile(path) && !leavesFolder(path) && fits(path);
}

/** Whether a file is one of those that Postgloss writes, and therefore never a text to annotate. */
export function isGlossFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === MANIFEST_FILE || name.endsWith('.gloss.yaml');
}
