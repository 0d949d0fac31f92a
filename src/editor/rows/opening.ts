import type * as vscode from 'vscode';
import { namedPosts } from '../../core/posts';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { indexLines } from '../../core/text';
import type { Archive } from '../archive/archive';
import { toRange } from '../ui/convert';
import type { RevealTarget } from '../ui/reveal-target';
import type { ViewNode } from './nodes';
import type { Row } from './rows';

/**
 * What selecting a row does. A place is opened by VS Code's own command: with that alone VS Code keeps the keyboard in the view after a
 * click, and takes it to the text after Enter or a double click. So a key that follows a click, such as Delete, is meant for the row.
 */
export function opening({ node, opens }: Row): vscode.Command | undefined {
  if (!opens) return undefined;
  if (opens === 'review') return { title: 'Show Place', command: 'postgloss.showReviewItem', arguments: [node] };
  const place = 'archive' in node ? (opens === 'record' ? recordOf(node) : placeOf(node.archive, opens)) : null;
  if (place)
    return { title: 'Go to Place', command: 'vscode.open', arguments: [place.uri, { selection: place.range }] };
  // A row may be older than its text. These commands tell why there is no such place.
  return opens === 'record'
    ? { title: 'Show Record', command: 'postgloss.openAnnotationRecord', arguments: [node] }
    : { title: 'Go to Place', command: 'postgloss.reveal', arguments: [opens] };
}

interface Place {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

/** The place of a post, or of a span, in its text. */
function placeOf(archive: Archive, target: RevealTarget): Place | null {
  const text = archive.core.text(target.path);
  if (!text) return null;
  const uri = archive.uriOf(target.path);
  if (!('post' in target)) return { uri, range: toRange(text.lines, target) };
  const post = namedPosts(text.posts).find(target.post);
  const start = (post?.places.title ?? post?.span)?.start;
  return start === undefined ? null : { uri, range: toRange(text.lines, { start, end: start }) };
}

/** The place of an annotation's record in the sidecar. */
function recordOf(node: ViewNode): Place | null {
  if (node.kind !== 'annotation') return null;
  const { archive, path, id, index } = node;
  const text = archive.core.text(path);
  const found = text?.annotations.find(({ annotation }) => annotation.index === index && annotation.id === id);
  if (!found || !text?.sidecarText) return null;
  return {
    uri: archive.uriOf(path + SIDECAR_SUFFIX),
    range: toRange(indexLines(text.sidecarText), found.annotation.record),
  };
}
