import type { ScopedLine } from './tokenise';

/** A passage of a fixture and the scope that it must have: `⟦markup.heading|The harbour is closed⟧`. */
export interface Mark {
  readonly scope: string;
  /** UTF-16 offsets into the text without its marks. */
  readonly start: number;
  readonly end: number;
}

/** A fixture without its marks. */
export interface Marked {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Takes the marks out of a fixture. Marks may lie in each other, and may span lines. */
export function readMarks(fixture: string): Marked {
  const marks: Mark[] = [];
  const open: { scope: string; start: number }[] = [];
  let text = '';
  for (const part of fixture.split(/(⟦[\w.-]+\||⟧)/)) {
    if (part.startsWith('⟦')) {
      open.push({ scope: part.slice(1, -1), start: text.length });
    } else if (part === '⟧') {
      const mark = open.pop();
      if (!mark) throw new Error(`A mark is closed that was not opened, behind “${text.slice(-30)}”.`);
      marks.push({ ...mark, end: text.length });
    } else {
      text += part;
    }
  }
  if (open.length > 0) throw new Error('A mark is not closed.');
  return { text, marks };
}

/**
 * What differs between the marks and the scopes, in words; empty when each marked passage has its scope and no other passage has one.
 *
 * A mark names the beginning of a scope: `markup.heading` fits `markup.heading.title.post-archive`. Scopes that no theme colours
 * (`meta.…`, `punctuation.…`) are only looked at where a mark asks for them.
 */
export function complaints({ text, marks }: Marked, lines: readonly ScopedLine[]): string[] {
  const found: string[] = [];
  for (const line of lines) {
    for (const { start, end, scopes } of line.tokens) {
      for (let from = start; from < end;) {
        // A token is looked at in pieces between which no mark begins or ends.
        const to = Math.min(end, ...marks.flatMap((mark) => [mark.start, mark.end]).filter((edge) => edge > from));
        const expected = marks.filter((mark) => mark.start <= from && to <= mark.end).map(({ scope }) => scope);
        const passage = `“${text.slice(from, to)}”`;
        for (const scope of expected) {
          if (!scopes.some((actual) => fits(actual, scope))) found.push(`${passage} lacks ${scope}`);
        }
        for (const actual of scopes) {
          if (isColoured(actual) && !expected.some((scope) => fits(actual, scope)))
            found.push(`${passage} has ${actual}`);
        }
        from = to;
      }
    }
  }
  return found;
}

function fits(actual: string, scope: string): boolean {
  return actual === scope || actual.startsWith(`${scope}.`);
}

function isColoured(scope: string): boolean {
  return !/^(?:text|meta|punctuation)\./.test(scope);
}
