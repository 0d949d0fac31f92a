import picomatch from 'picomatch';
import type { Span } from '../text/span';

/** The lines that tell git who merges our files. */
const ATTRIBUTE_LINES = ['*.gloss.yaml merge=postgloss', 'postgloss.yaml merge=postgloss'] as const;

/** A line of `.gitattributes` that sets another way of merging for our files. */
export interface Rival {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** The value: `union`, or `-merge` and the like. */
  readonly value: string;
}

/** Adds the lines that are missing, at the end, where they overrule what stands above; the rest stays as it is. */
export function withAttributes(text: string): string {
  const present = new Set(text.split('\n').map((line) => line.trim().split(/\s+/).join(' ')));
  const missing = ATTRIBUTE_LINES.filter((line) => !present.has(line));
  if (missing.length === 0) return text;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const open = text !== '' && !text.endsWith('\n') ? eol : '';
  return text + open + missing.map((line) => line + eol).join('');
}

/**
 * The lines that name our files and set another way of merging. `merge=union` is the worst: it takes lines of both sides without any sign
 * of a conflict, and so gives one annotation the tags of another.
 */
export function findRivals(text: string): Rival[] {
  return text.split('\n').flatMap((raw, index) => {
    const line = raw.trim();
    const [pattern = '', ...attributes] = line.split(/\s+/);
    if (line.startsWith('#') || !/gloss(?:\.ya?ml)?"?$/.test(pattern)) return [];
    const value = attributes.map((attribute) => /^(?:merge=(.+)|([-!]?merge))$/.exec(attribute)).find(Boolean);
    const said = value?.[1] ?? value?.[2];
    return said === undefined || said === 'postgloss' ? [] : [{ line: index + 1, text: line, value: said }];
  });
}

/** A `.gitattributes` file, and the folder that it rules over. */
export interface AttributesFile {
  /** Relative to the archive's root, `.gitattributes` or `../.gitattributes`. */
  readonly path: string;
  readonly text: string;
}

/** The line that decides how a file is merged. */
export interface MergeRule {
  readonly path: string;
  /** The offsets of the line in its file. */
  readonly span: Span;
  /** `union`, `postgloss`, or empty for a mere `merge` or `-merge`. */
  readonly value: string;
}

/**
 * The line by which git merges a file: the last that fits, of the nearest folder first, as gitattributes(5) says. Null where none does.
 *
 * @param files the attribute files, in any order; those of folders beside the file's own way count for nothing
 * @param path the file's path relative to the archive's root
 */
export function mergeRuleOf(files: readonly AttributesFile[], path: string): MergeRule | null {
  const nearest = files
    .map((file) => ({ ...file, way: wayTo(file.path, path) }))
    .sort((a, b) => (a.way?.length ?? 0) - (b.way?.length ?? 0));
  for (const { path: of, text, way } of nearest) {
    if (way === null) continue;
    let found: MergeRule | null = null;
    let at = 0;
    for (const raw of text.split('\n')) {
      const [pattern = '', ...attributes] = raw.trim().split(/\s+/);
      const value = pattern.startsWith('#')
        ? undefined
        : attributes.map(valueOf).findLast((said) => said !== undefined);
      if (value !== undefined && fits(pattern, way)) {
        found = { path: of, span: { start: at, end: at + raw.trimEnd().length }, value };
      }
      at += raw.length + 1;
    }
    if (found) return found;
  }
  return null;
}

function valueOf(attribute: string): string | undefined {
  const [, value, bare] = /^(?:merge=(.+)|([-!]?merge))$/.exec(attribute) ?? [];
  return value ?? (bare === undefined ? undefined : '');
}

/** The way from the folder of an attributes file to a file; null where the file is not below that folder. */
function wayTo(attributes: string, path: string): string | null {
  const folder = attributes.slice(0, attributes.lastIndexOf('/') + 1);
  // A file above the archive applies to all of it. Its patterns with a slash count from further up, which `**` stands for.
  if (/^(?:\.\.\/)+$/.test(folder)) return path;
  return path.startsWith(folder) ? path.slice(folder.length) : null;
}

/** A pattern without a slash means the name of a file anywhere below, one with a slash the way to it. */
function fits(pattern: string, way: string): boolean {
  if (pattern === '' || pattern.length > 300) return false;
  const plain = pattern.replace(/^"(.*)"$/, '$1');
  const options = { noextglob: true, nobrace: true, dot: true };
  return plain.includes('/')
    ? picomatch.isMatch(way, plain.replace(/^\//, ''), options)
    : picomatch.isMatch(way.slice(way.lastIndexOf('/') + 1), plain, options);
}
