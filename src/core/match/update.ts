import { lowerBound } from '../sorted';
import { attachedAt, isLowSurrogate, SOFT_HYPHEN, UnitBit, unitClasses } from './characters';
import type { Matcher } from './matcher';
import { MentionList, type Mentions, mentionsOf } from './mentions';
import { segmentEnd, segmentStart } from './settle';

/** An edit: at `start`, so many code units were removed, and so many inserted in their place. */
export interface Edit {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
}

// An edit can change what the characters next to it are, by attaching to one or by completing a surrogate pair,
// and a mention depends on the character before it and on the one behind. So look this much beyond the longest form.
const MARGIN = 4;

/**
 * The mentions in a text after an edit, from those before it: the same as matching the new text as a whole.
 *
 * Mentions that start far enough before the edit cannot have depended on it. Behind it, the matching stops at the first place
 * that lies outside of all mentions both now and before: from there on everything is as it was, only moved. So the text is read
 * near the edit only, however long it is, and besides that the mentions are copied.
 *
 * @param mentions those that `matcher` found in the text before the edit
 * @param text the text after the edit
 */
export function updateMentions(matcher: Matcher, mentions: Mentions, text: string, edit: Edit): Mentions {
  const reach = matcher.longest + MARGIN;
  const shift = edit.inserted - edit.removed;

  const untouched = reachBack(text, edit.start, reach);
  const kept = lowerBound(mentions.starts, untouched);
  const unchanged = firstUnchanged(text, edit.start + edit.inserted);

  const fresh = new MentionList();
  const agreement = new Agreement(unchanged, fresh, mentions, kept, shift);
  let at = kept > 0 ? Math.max(untouched, mentions.end(kept - 1)) : untouched;
  do {
    // Soft hyphens behind a mention are not part of it, and are settled with what they are attached to.
    while (attachedAt(text, at)) at++;
    const limit = reachOn(text, Math.max(at, unchanged), reach);
    const found = matcher.matchPart(text, at, reachOn(text, limit, reach));
    at = limit;
    for (let i = 0; i < found.count && found.start(i) < limit; i++) {
      fresh.push(found.start(i), found.end(i), found.form(i));
      at = Math.max(limit, found.end(i));
    }
  } while (!agreement.reachedBy(at));

  const renewed = fresh.countBelow(agreement.place);
  const moved = lowerBound(mentions.starts, agreement.place - shift);
  const splice = (old: Int32Array, added: Int32Array, by: number): Int32Array => {
    const result = new Int32Array(kept + renewed + old.length - moved);
    result.set(old.subarray(0, kept));
    result.set(added.subarray(0, renewed), kept);
    result.set(old.subarray(moved), kept + renewed);
    if (by !== 0) for (let i = kept + renewed; i < result.length; i++) result[i] = (result[i] ?? 0) + by;
    return result;
  };
  const added = fresh.finish();
  return mentionsOf(
    splice(mentions.starts, added.starts, shift),
    splice(mentions.ends, added.ends, shift),
    splice(mentions.forms, added.forms, 0),
  );
}

/** Looks for the first place that neither the new nor the old mentions lie across. */
class Agreement {
  private newMention = 0;

  constructor(
    /** No place before this one will do. In offsets of the new text. */
    public place: number,
    private readonly fresh: MentionList,
    private readonly old: Mentions,
    private oldMention: number,
    private readonly shift: number,
  ) {}

  /** Whether the place is found, given that the new mentions are known as far as `known`. Where they are not, it may yet move on. */
  reachedBy(known: number): boolean {
    const { fresh, old, shift } = this;
    for (;;) {
      while (this.newMention < fresh.count && fresh.end(this.newMention) <= this.place) this.newMention++;
      while (this.oldMention < old.count && old.end(this.oldMention) + shift <= this.place) this.oldMention++;
      if (this.newMention < fresh.count && fresh.start(this.newMention) < this.place) {
        this.place = fresh.end(this.newMention);
      } else if (this.oldMention < old.count && old.start(this.oldMention) + shift < this.place) {
        this.place = old.end(this.oldMention) + shift;
      } else return this.place <= known;
    }
  }
}

/** The first place behind an edit where the character before it, too, is the one that was there. */
function firstUnchanged(text: string, editEnd: number): number {
  let first = editEnd;
  while (first < text.length && (isLowSurrogate(text.charCodeAt(first)) || attachedAt(text, first))) first++;
  return first < text.length ? segmentEnd(text, first) : text.length;
}

/** So many characters back, each with what is attached to it, and any white space between two counted as one. */
function reachBack(text: string, from: number, characters: number): number {
  let at = from;
  for (let left = characters; left > 0 && at > 0; left--) {
    at = segmentStart(text, at - 1);
    if (!isSpace(text, at)) continue;
    // Soft hyphens do not show, so that white space to both sides of one makes a single run.
    while (at > 0 && (isSpace(text, at - 1) || text[at - 1] === SOFT_HYPHEN)) at--;
    at = segmentStart(text, at);
  }
  return at;
}

/** So many characters on, counted as `reachBack` does. */
function reachOn(text: string, from: number, characters: number): number {
  let at = from;
  for (let left = characters; left > 0 && at < text.length; left--) {
    const inSpace = isSpace(text, at);
    at = segmentEnd(text, at);
    if (inSpace) while (isSpace(text, at)) at = segmentEnd(text, at);
  }
  return at;
}

function isSpace(text: string, offset: number): boolean {
  return offset < text.length && ((unitClasses()[text.charCodeAt(offset)] ?? 0) & UnitBit.SPACE) !== 0;
}
