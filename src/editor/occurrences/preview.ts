import type * as vscode from 'vscode';
import { postLabel, shortDate } from '../../core/lists';
import type { Post } from '../../core/posts';
import { contextOf, shortened, type Span } from '../../core/text';
import type { Archive } from '../archive/archive';
import { joined } from '../ui/words';
import { PlaceViewer } from '../rows/show-place';
import { ask } from '../ui/steps';

/** A place, or an annotation without one, as an item with a check box. */
export interface PlaceItem<T> extends vscode.QuickPickItem {
  readonly one: T;
}

/** The facts that an item shows. */
export interface Place {
  readonly path: string;
  readonly span: Span | null;
  readonly post: Post | null;
}

/** The words of a list of places to tick. */
export interface PreviewWords<T> {
  readonly title: (ticked: number, all: number) => string;
  /** The text behind a place, such as its tags and notes. */
  readonly about: (one: T) => string;
  /** Shown for an annotation without a place. */
  readonly quote: (one: T) => string;
  readonly back: boolean;
}

/** Shows places in their context, all ticked; moving in the list shows them in the editor. Answers the places that stay ticked. */
export async function choosePlaces<T extends Place>(
  archive: Archive,
  places: readonly T[],
  words: PreviewWords<T>,
): Promise<readonly T[] | 'back' | 'away'> {
  const items = places.map((one) => placeItem(archive, one, words));
  const viewer = new PlaceViewer(archive);
  const answer = await ask({
    title: '',
    titleFor: (ticked) => words.title(ticked.length, items.length),
    placeholder: 'Untick the places to leave out. Moving in the list shows each place.',
    items,
    ticked: items,
    back: words.back,
    onMove: ({ one: { path, span } }) => {
      if (span) viewer.show(path, span);
    },
  });
  await viewer.close();
  return typeof answer === 'string' ? answer : answer.map(({ one }) => one);
}

function placeItem<T extends Place>(archive: Archive, one: T, words: PreviewWords<T>): PlaceItem<T> {
  const { path, span, post } = one;
  const text = archive.core.text(path);
  const line = text && span ? `:${text.lines.lineAt(span.start) + 1}` : '';
  const file = path.slice(path.lastIndexOf('/') + 1) + line;
  const where = joined([post && postLabel({ path, post }), post?.date && shortDate(post.date), file]);
  return {
    label: text && span ? inContext(text.text, span) : `${shortened(words.quote(one), 70)} (place not found)`,
    detail: joined([words.about(one), where]),
    one,
  };
}

/** A place in its line, between brackets, because a quick pick cannot highlight a part of a label. */
function inContext(text: string, span: Span): string {
  const { line, marked } = contextOf(text, span);
  return `${line.slice(0, marked.start)}[${line.slice(marked.start, marked.end)}]${line.slice(marked.end)}`;
}
