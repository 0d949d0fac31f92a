import type { FileProblem } from '../../core/check';
import { postLabel, type AnnotationEntry } from '../../core/lists';
import {
  candidatesOf,
  countReview,
  reviewQueue,
  reviewText,
  sameWords,
  spellDifference,
  type ReviewCandidate,
  type ReviewFile,
} from '../../core/review';
import { shortened, visible } from '../../core/text';
import type { Archive } from '../archive/archive';
import type { TextInArchive } from '../archive/archives';
import type { AnnotationNode } from '../rows/nodes';
import { DOUBT_ICONS, doubtOf, explain } from './review-words';
import type { Row } from '../rows/rows';
import { joined, many, visibleLines } from '../ui/words';

/** How many UTF-16 units of a quote a row shows, to leave room for its state; the rest is in the tooltip. */
const QUOTE = 36;
const STORED = 120;
const CONTEXT = 24;

/** The largest number of items that start unfolded: a long list is easier to look over when it is folded. */
const UNFOLDED = 8;

/** The items to review in whole archives: file → item → the stored passage, and the places where it may be. */
export function archiveReviewRows(archives: readonly Archive[]): Row[] {
  const files = archives.flatMap((archive) => reviewQueue(archive.core).map((file) => ({ archive, file })));
  const unfold = files.reduce((sum, { file }) => sum + countReview(file), 0) <= UNFOLDED;
  const several = archives.length > 1;
  return files.map(({ archive, file }) => fileRow(archive, file, several, unfold));
}

/** The items to review in one text: item → the stored passage, and the places where it may be. */
export function fileReviewRows({ archive, text }: TextInArchive): Row[] {
  const file = reviewText(text);
  return itemRows(archive, file, countReview(file) <= UNFOLDED);
}

function fileRow(archive: Archive, file: ReviewFile, several: boolean, unfold: boolean): Row {
  const name = visible(file.path.slice(file.path.lastIndexOf('/') + 1));
  const folder = visible(file.path.slice(0, Math.max(0, file.path.lastIndexOf('/'))));
  const count = countReview(file);
  return {
    id: `${archive.root.toString()}\nfile\n${file.path}`,
    node: { kind: 'review-file', archive, path: file.path },
    label: name,
    description: joined([String(count), several ? visible(archive.name) : null, folder]),
    spoken: joined(
      [name, `${many(count, 'item')} to review`, several ? `archive ${visible(archive.name)}` : null, folder],
      ', ',
    ),
    icon: 'file',
    menu: 'review-file',
    unfolded: true,
    tooltip: () => visible(file.path),
    children: () => itemRows(archive, file, unfold),
  };
}

function itemRows(archive: Archive, { broken, annotations }: ReviewFile, unfold: boolean): Row[] {
  const ids = new Set<string>();
  return [
    ...broken.map((problem, i) => brokenRow(archive, problem, i)),
    ...annotations.map((entry) => {
      // Two records with the same id are two items; the second is named by its index.
      const { id } = entry.annotation;
      const named = id !== null && !ids.has(id);
      if (named) ids.add(id);
      return itemRow(archive, entry, named ? id : null, unfold);
    }),
  ];
}

function brokenRow(archive: Archive, { path, message, span, text }: FileProblem, i: number): Row {
  const line = `line ${text.slice(0, span.start).split('\n').length}`;
  return {
    id: `${archive.root.toString()}\n${path}\nbroken\n${i}`,
    node: { kind: 'broken', archive, path, span },
    label: message,
    description: joined([line, visible(path.slice(path.lastIndexOf('/') + 1))]),
    spoken: joined([`Cannot be read: ${message}`, line], ', '),
    icon: 'error',
    color: 'list.errorForeground',
    menu: 'review-broken',
    opens: 'review',
    tooltip: () => `${message}\n${visible(path)}, ${line}`,
  };
}

function itemRow(archive: Archive, entry: AnnotationEntry, id: string | null, unfold: boolean): Row {
  const { path, annotation, anchor } = entry;
  const node: AnnotationNode = { kind: 'annotation', archive, path, id, index: annotation.index };
  const rowId = `${archive.root.toString()}\n${path}\n${id ?? `#${annotation.index}`}`;
  const label = shortened(annotation.quote, QUOTE) || 'Empty quote';
  const tags = annotation.tags.map(visible).join(', ');
  const doubt = doubtOf(entry);
  const menu = anchor.span ? 'review-changed' : anchor.candidates.length > 0 ? 'review-choice' : 'review-lost';
  return {
    id: rowId,
    node,
    label,
    description: joined([doubt, tags, annotation.note && shortened(annotation.note, QUOTE)]),
    spoken: joined(
      [label, doubt, tags && `tagged ${tags}`, annotation.note && `note: ${shortened(annotation.note, QUOTE)}`],
      ', ',
    ),
    icon: DOUBT_ICONS[anchor.state],
    color: 'list.warningForeground',
    menu,
    opens: 'review',
    unfolded: unfold,
    tooltip: () =>
      joined(
        [
          `“${shortened(annotation.quote, 400)}”`,
          explain(entry),
          annotation.note && visibleLines(annotation.note.slice(0, 2000)),
        ],
        '\n',
      ),
    children: () => [storedRow(entry, node, rowId), ...placeRows(archive, entry, node, rowId)],
  };
}

/** The passage as the annotation stores it: the quote with the context before and behind it. */
function storedRow({ annotation }: AnnotationEntry, node: AnnotationNode, above: string): Row {
  const before = ending(annotation.before ?? '');
  const quote = shortened(annotation.quote, STORED);
  const after = shortened(annotation.after ?? '', CONTEXT);
  // No space where punctuation closes up.
  const left = before === '' || /[\p{Ps}\p{Pi}]$/u.test(before) ? before : `${before} `;
  const right = after === '' || /^[\p{Pe}\p{Pf}.,;:!?…]/u.test(after) ? after : ` ${after}`;
  const label = left + quote + right || 'Empty quote';
  return {
    id: `${above}\nstored`,
    node: { ...node },
    label,
    marked: left + right === '' ? undefined : { start: left.length, end: left.length + quote.length },
    description: joined(['as annotated', annotation.post && visible(annotation.post)]),
    spoken: `As annotated: ${label}`,
    icon: 'history',
    opens: 'review',
    tooltip: () =>
      visibleLines(`…${annotation.before ?? ''} “${annotation.quote.slice(0, 2000)}” ${annotation.after ?? ''}…`),
  };
}

function placeRows(archive: Archive, entry: AnnotationEntry, node: AnnotationNode, above: string): Row[] {
  const text = archive.core.text(entry.path);
  const candidates = text ? candidatesOf(text, entry) : [];
  if (candidates.length > 0) {
    return candidates.map((candidate, i) =>
      candidateRow(candidate, entry, node, `${above}\nplace\n${i}`, i, candidates.length),
    );
  }
  const hint = 'Nothing in the text is like it.';
  return [
    {
      id: `${above}\nnone`,
      node: { ...node },
      label: hint,
      spoken: hint,
      icon: 'blank',
      opens: 'review',
      tooltip: () => explain(entry),
    },
  ];
}

function candidateRow(
  candidate: ReviewCandidate,
  { path }: AnnotationEntry,
  node: AnnotationNode,
  id: string,
  i: number,
  of: number,
): Row {
  const { span, line, post, context, difference, score } = candidate;
  const same = sameWords(candidate);
  const spelled = spellDifference(difference);
  const [label, marked] = same ? [context.line, context.marked] : [spelled.line, spelled.changed];
  const where = joined([`line ${line + 1}`, post && visible(postLabel({ path, post }))]);
  const which = of > 1 ? `Place ${i + 1} of ${of}` : 'Place';
  return {
    id,
    node: { ...node, kind: 'candidate', span },
    label: label || 'Empty place',
    marked,
    description: joined([where, same && of === 1 ? 'same words' : null]),
    spoken: `${which}: ${same ? label : spokenDifference(candidate)}, ${where}`,
    icon: 'arrow-small-right',
    menu: 'candidate',
    opens: 'review',
    tooltip: () =>
      joined(
        [context.line, same ? 'The same words' : spelled.line, where, `Agreement ${Math.round(score * 100)} %`],
        '\n',
      ),
  };
}

/** The difference in words, because not every screen reader reads brackets out. */
function spokenDifference({ difference }: ReviewCandidate): string {
  const words = difference.map(({ kind, text }) => {
    const said = shortened(text, STORED);
    if (said === '' || kind === 'same') return said;
    return kind === 'removed' ? `, gone: ${said},` : `, new: ${said},`;
  });
  return joined(words, ' ')
    .replace(/ ,/g, ',')
    .replace(/^, |,$/g, '');
}

/** The last words of the context before a quote. */
function ending(text: string): string {
  const line = visible(text.replace(/\s+/gu, ' ')).trim();
  if (line.length <= CONTEXT) return line;
  return `…${line
    .slice(-CONTEXT)
    .replace(/^\S*\s+/u, '')
    .replace(/^[\udc00-\udfff]/, '')}`;
}
