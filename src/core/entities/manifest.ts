import picomatch from 'picomatch';
import { quoted, type Problem } from '../problem';
import type { Format } from '../archive/post';
import type { Span } from '../text/span';
import { applyProven, type Written } from '../yaml/apply';
import { insertRecord, type FieldValue } from '../yaml/edit-records';
import { textField } from '../yaml/fields';
import { readRecords, type RecordFile } from '../yaml/records';
import { entryOf, type YamlMap } from '../yaml/tree';
import { isId } from './id';

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
  readonly format: Format | 'auto';
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

const FORMATS: readonly string[] = ['auto', 'post-archive', 'front-matter', 'plain'];

/** Reads `postgloss.yaml`. Never throws. */
export function readManifest(text: string): Manifest {
  const file = readRecords(text, 'tags');
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
  if (value?.kind !== 'list') return [];
  const rules: ArchiveRule[] = [];
  for (const item of value.items) {
    if (item.kind === 'text') rules.push({ files: item.value, format: 'auto' });
    if (item.kind !== 'map') continue;
    const files = textField(item, 'files', problems);
    if (files === null || isUnfit(files)) {
      const message = 'An archive needs “files”: a path or glob inside this folder, such as "archives/**/*.txt".';
      problems.push({ code: 'missing-field', severity: 'error', message, span: item.span });
      continue;
    }
    const format = textField(item, 'format', problems) ?? 'auto';
    if (!FORMATS.includes(format)) {
      const message = `${quoted(format)} is no format. Use ${FORMATS.join(', ')}.`;
      problems.push({
        code: 'bad-field',
        severity: 'error',
        message,
        span: entryOf(item, 'format')?.keySpan ?? item.span,
      });
    }
    rules.push({ files, format: FORMATS.includes(format) ? (format as ArchiveRule['format']) : 'auto' });
  }
  return rules;
}

/** The manifest comes from other people: its globs must neither reach out of its folder nor be slow to match. */
function isUnfit(glob: string): boolean {
  const stars = glob.split('*').length - 1;
  return glob.length > 300 || stars > 12 || /^(?:[/\\~]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)|\0|^[a-z]+:\/\//i.test(glob);
}

function readTags(file: RecordFile, problems: Problem[]): Tag[] {
  const tags: Tag[] = [];
  const seen = new Set<string>();
  for (const { map, span } of file.records) {
    const id = textField(map, 'id', problems);
    const place = entryOf(map, 'id')?.value?.span ?? span;
    if (id === null || !isId(id)) {
      const message =
        id === null
          ? 'A tag needs an “id”.'
          : `${quoted(id)} cannot be a tag. Use letters, digits, hyphens, and “/” for kinds.`;
      problems.push({ code: id === null ? 'missing-field' : 'bad-id', severity: 'error', message, span: place });
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
  const fields = new Map<string, FieldValue>([['id', id]]);
  const proves = (text: string) => {
    const after = readManifest(text);
    return after.writable && after.tags.length === manifest.tags.length + 1 && after.tags.some((tag) => tag.id === id);
  };
  return applyProven(file, () => insertRecord(file, file.list?.items.length ?? 0, fields), proves);
}

/** Tells how a file is to be read: null when no rule of the manifest names it. The first rule that fits counts. */
export function ruleFor(manifest: Manifest): (path: string) => ArchiveRule | null {
  const rules = manifest.archives.map((rule) => ({ rule, fits: picomatch(rule.files, { noextglob: true }) }));
  return (path) => (isGlossFile(path) ? null : (rules.find(({ fits }) => fits(path))?.rule ?? null));
}

/** Whether a file is one of those that Postgloss writes, and therefore never a text to annotate. */
export function isGlossFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === MANIFEST_FILE || name.endsWith('.gloss.yaml');
}
