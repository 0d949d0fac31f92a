import { findAnchors } from '../anchor/anchor';
import type { Selector } from '../anchor/selector';
import type { ArchiveText } from '../archive/archive-text';
import { textIn, type MergeFields } from '../merge/model';
import { parseCopy } from '../sidecar/copy';
import type { Span } from '../text/span';
import type { Conflict } from '../conflicts/conflict';

/** The place of an annotation in conflict: that of our side, else that of theirs; null where neither is certain. */
export function placeOfConflict(text: ArchiveText, { ours, theirs }: Pick<Conflict, 'ours' | 'theirs'>): Span | null {
  const records = [ours, theirs].filter((record) => record !== null);
  const anchors = findAnchors(text.whole, text.posts, records.map(selectorOf));
  return anchors.find(({ span }) => span !== null)?.span ?? null;
}

function selectorOf(record: MergeFields): Selector {
  const copy = textIn(record, 'copy');
  return {
    post: textIn(record, 'post'),
    quote: textIn(record, 'quote') ?? '',
    before: textIn(record, 'before'),
    after: textIn(record, 'after'),
    copy: copy === null ? null : parseCopy(copy),
  };
}
