import { authorsOf, markingsOf } from '../../core/agreement';
import type { Marking, PostUnit } from '../../core/agreement';
import type { LineIndex } from '../../core/text';
import type { Call } from '../call/command';
import { findFiles } from '../files/given-files';
import { findLexicons } from '../files/lexicons';
import { eachText } from '../files/texts';

/** The annotations of annotators who are compared, with all that is needed to show them. */
export interface Compared {
  readonly annotators: readonly string[];
  readonly posts: readonly PostUnit[];
  readonly markings: readonly Marking[];
  /** The type of each entity by its id. */
  readonly types: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, LineIndex>;
  /** How many annotations name no author, and count for no annotator. */
  readonly unsigned: number;
  /** How many annotations were there before the branches parted, and count for no annotator. */
  readonly inherited: number;
  /** 1 when a file could not be read. */
  readonly code: number;
}

/** Reads the annotations of the given texts; each counts for its authors. */
export async function compareAuthors(call: Call<'format'>): Promise<Compared> {
  const files = await findFiles(call.paths.length === 0 ? ['.'] : call.paths, call.io.cwd);
  const lexicon = await findLexicons({ ...call, entities: null }, files, 'empty');
  const posts: PostUnit[] = [];
  const markings: Marking[] = [];
  const lines = new Map<string, LineIndex>();
  const types = new Map<string, string>();
  let unsigned = 0;
  const code = await eachText(call, files, { lexicon, sidecars: true }, (text, file) => {
    const { shown } = file;
    for (const { id, type } of lexicon(file).registry.entities) types.set(id, types.get(id) ?? type);
    lines.set(shown, text.lines);
    posts.push(...text.posts.map((post) => ({ file: shown, post: post.id })));
    markings.push(...markingsOf(text, shown, authorsOf));
    unsigned += text.annotations.filter(({ annotation }) => authorsOf(annotation).length === 0).length;
  });
  const annotators = [...new Set(markings.map(({ annotator }) => annotator))].sort();
  return { annotators, posts, markings, types, lines, unsigned, inherited: 0, code };
}
