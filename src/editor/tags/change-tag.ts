import {
  previewTagChange,
  refuseTagChange,
  tagChangeParts,
  type TagChange,
  type TagChangePreview,
} from '../../core/bulk';
import { quoted } from '../../core/text';
import type { Archives } from '../archive/archives';
import { joined, many } from '../ui/words';
import { announce, carryOut } from '../commands/carry-out';
import type { TagTarget } from './pick-tag';
import { confirm, fail } from '../ui/say';

/** The words for a change of a tag. */
export interface ChangeWords {
  /** The change as a question, before it is made. */
  readonly question: string;
  /** The button that makes the change. */
  readonly button: string;
  /** The change as a name, for Undo and for the message after it. */
  readonly label: string;
}

/**
 * Changes a tag across its archive, after showing the effect. A refusal is told.
 *
 * @param asks whether the person is asked first; not, where a macro says all
 */
export async function changeTagAcross(
  archives: Archives,
  { archive }: TagTarget,
  change: TagChange,
  words: ChangeWords,
  asks: boolean,
): Promise<boolean> {
  const { core } = archive;
  const why = refuseTagChange(core, change);
  if (why !== null) {
    fail(why);
    return false;
  }
  const preview = previewTagChange(core, change);
  if (asks) {
    if ((await confirm(words.question, describePreview(preview), words.button)) === undefined) return false;
  }
  const done = await carryOut(archives.history, archive, words.label, tagChangeParts(core, change));
  if (!done) return false;
  const { tags, annotations } = preview;
  announce(archives.history, `${words.label}: ${touched({ ...preview, files: 0 })}.`, done);
  return tags + annotations > 0;
}

/** The effect of a change, in sentences. */
function describePreview(preview: TagChangePreview): string {
  const { both, removed } = preview;
  return joined(
    [
      `${touched(preview)}.`,
      both > 0 &&
        `${many(both, 'annotation')} ${both === 1 ? 'has' : 'have'} both tags and ${both === 1 ? 'keeps' : 'keep'} one.`,
      removed > 0 && saysNothing(removed),
      'It can be undone with “Undo Annotation Change”.',
    ].map((part) => part || null),
    '\n',
  );
}

/** A sentence about annotations that are removed because the change would leave them empty. */
export function saysNothing(removed: number): string {
  return removed === 1
    ? '1 annotation would be left empty and is removed.'
    : `${removed} annotations would be left empty and are removed.`;
}

/** `2 tags in the codebook and 128 annotations in 9 files`. */
export function touched({
  tags,
  annotations,
  files,
}: Pick<TagChangePreview, 'tags' | 'annotations' | 'files'>): string {
  const where = files > 0 ? ` in ${many(files, 'file')}` : '';
  return joined(
    [
      tags > 0 ? `${many(tags, 'tag')} in the codebook` : null,
      `${annotations > 0 ? many(annotations, 'annotation') : 'no annotation'}${where}`,
    ],
    ' and ',
  );
}

/** A tag in a sentence. */
export function named(tag: string): string {
  return quoted(tag);
}
