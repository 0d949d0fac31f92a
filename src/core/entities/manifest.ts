import { type Problem } from '../problem';
import { encodingNamed } from '../text/encodings';
import { quoted } from '../text/visible';
import { FORMAT_NAMES, isFormatName } from '../posts/formats';
import type { Span } from '../text/span';
import { applyProven, type Written } from '../yaml/apply';
import { insertRecord, type FieldValue } from '../yaml/edit-records';
import { textField } from '../yaml/fields';
import type { RecordFile } from '../yaml/record-file';
import { readRecords } from '../yaml/read-records';
import { contentEnd, entryOf, type YamlMap } from '../yaml/tree';
import { isPath, isUnfit, MOST_GLOBS, type ArchiveRule } from './archive-rules';
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

/** `postgloss.yaml`: the root of an archive. */
export interface Manifest {
  readonly file: RecordFile;
  readonly archives: readonly ArchiveRule[];
  /** In the order of the file, which is the order people see. */
  readonly tags: readonly Tag[];
  readonly problems: readonly Problem[];
  readonly writable: boolean;
}

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
  let globs = 0;
  for (const item of value.items) {
    const files = item.kind === 'text' ? item.value : item.kind === 'map' ? textField(item, 'files', problems) : null;
    if (files === null || isUnfit(files)) {
      const message = 'An archive needs “files”: a path or glob inside this folder, such as "archives/**/*.txt".';
      const span = { start: item.span.start, end: contentEnd(item) };
      problems.push({ code: 'missing-field', severity: 'error', message, span });
      continue;
    }
    if (!isPath(files) && ++globs > MOST_GLOBS) {
      if (globs > MOST_GLOBS + 1) continue;
      const message = `From here on, globs are not used: ${MOST_GLOBS} are the most. Name folders, or files without “*”.`;
      problems.push({ code: 'bad-field', severity: 'error', message, span: item.span });
      continue;
    }
    if (item.kind !== 'map') {
      rules.push({ files, format: 'auto', editable: null, place: item.span });
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
    const encoding = readEncoding(item, problems);
    rules.push({
      files,
      format: isFormatName(format) ? format : 'auto',
      editable: readEditable(item, problems),
      ...(encoding === null ? {} : { encoding }),
      place,
    });
  }
  return rules;
}

/** Reads `editable`: null where it is left out, or is neither `true` nor `false`. */
function readEditable(item: YamlMap, problems: Problem[]): boolean | null {
  const value = textField(item, 'editable', problems);
  if (value === null || value === 'true' || value === 'false') return value === null ? null : value === 'true';
  const message = `“editable” is ${quoted(value)}. Use true for texts that are still written, false for texts that are only read.`;
  problems.push({
    code: 'bad-field',
    severity: 'error',
    message,
    span: entryOf(item, 'editable')?.keySpan ?? item.span,
  });
  return null;
}

/** The encoding of an archive's files; null for UTF-8, and where it has no such name, which is a problem. */
function readEncoding(item: YamlMap, problems: Problem[]): string | null {
  const label = textField(item, 'encoding', problems);
  const name = label === null ? null : encodingNamed(label);
  if (label !== null && name === null) {
    const message = `${quoted(label)} is no encoding. Use a name of the WHATWG standard, such as windows-1252, windows-1251, shift_jis or gb18030.`;
    const span = entryOf(item, 'encoding')?.value?.span ?? item.span;
    problems.push({ code: 'bad-field', severity: 'error', message, span });
  }
  return name === 'utf-8' ? null : name;
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
