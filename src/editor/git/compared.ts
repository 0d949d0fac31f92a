import {
  authorsOf,
  markingsOf,
  measureAgreement,
  type Agreement,
  type ComparedBranches,
  type Marking,
  type PostUnit,
} from '../../core/agreement';
import type { LineIndex } from '../../core/text';
import type { Archive } from '../archive/archive';

/** The result of comparing annotators, with the texts needed to show it. */
export interface Compared {
  readonly annotators: readonly string[];
  readonly agreement: Agreement;
  /** How many annotations are left out: those without a name in `by`, and those from before the branches parted. */
  readonly unsigned: number;
  readonly inherited: number;
  readonly warnings: readonly string[];
  /** The text to which the offsets of a file's passages belong; null where it is gone. */
  readonly textOf: (file: string) => ComparedText | null;
}

/** A text in which passages are shown. */
export interface ComparedText {
  readonly text: string;
  readonly lines: LineIndex;
  /** The branch that the text comes from; null for the file on the disk. */
  readonly branch: string | null;
}

/** Compares the people who signed the annotations of an archive. */
export function compareAuthors({ core }: Archive): Compared {
  const posts: PostUnit[] = [];
  const markings: Marking[] = [];
  let unsigned = 0;
  for (const text of core.texts) {
    posts.push(...text.posts.map((post) => ({ file: text.path, post: post.id })));
    markings.push(...markingsOf(text, text.path, authorsOf));
    unsigned += text.annotations.filter(({ annotation }) => authorsOf(annotation).length === 0).length;
  }
  const annotators = [...new Set(markings.map((marking) => marking.annotator))].sort();
  const typeOf = (entity: string) => core.registry.byId.get(entity)?.type ?? 'unknown';
  return {
    annotators,
    agreement: measureAgreement({ annotators, posts, markings, rule: 'both', typeOf }),
    ...{ unsigned, inherited: 0, warnings: [] },
    textOf(file) {
      const text = core.text(file);
      return text && { text: text.text, lines: text.lines, branch: null };
    },
  };
}

/** Compares branches, each of which stands for an annotator. */
export function measureBranches(found: ComparedBranches): Compared {
  const { annotators, posts, markings, types, texts, inherited, warnings } = found;
  const typeOf = (entity: string) => types.get(entity) ?? 'unknown';
  return {
    annotators,
    agreement: measureAgreement({ annotators, posts, markings, rule: 'both', typeOf }),
    ...{ unsigned: 0, inherited, warnings },
    textOf: (file) => texts.get(file) ?? null,
  };
}
