/** The lines that tell git who merges our files. */
export const ATTRIBUTE_LINES = ['*.gloss.yaml merge=postgloss', 'postgloss.yaml merge=postgloss'] as const;

/** A line of `.gitattributes` that has our files merged in another way. */
export interface Rival {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** What it says: `union`, or `-merge` and the like. */
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
 * Lines that name our files by a pattern of their own and have them merged otherwise. `merge=union` is the worst: it takes lines of both
 * sides without any sign of a conflict, and so gives one annotation the tags of another.
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
