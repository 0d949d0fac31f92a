import { lowerBound } from '../sorted';
import { LONGEST_ADDRESS } from './addresses';
import { attachedAt, isLowSurrogate, UnitBit, unitClasses } from './characters';
import type { Matcher } from './matcher';
import { MentionList, type Mentions, mentionsFrom } from './mentions';
import { continuesAt, isBlank, segmentEnd, segmentStart } from './compose';

/** An edit: at `start`, `removed` code units gave way to `inserted` code units. */
export interface Edit {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
}

// How many characters beyond the longest form are searched anew: a mention depends on particles before and behind it and on the hyphens that
// divide it, and an edit can change the characters next to itself by attaching a mark to one or by completing a surrogate pair.
const MARGIN = 24;

/**
 * Brings the mentions in a text up to date after an edit. The result is the same as that of matching the whole new text.
 *
 * Mentions that start far enough before the edit stay as they are. Matching starts anew there, and stops at the first place behind the
 * edit that lies outside of all mentions, old and new: from there on the old mentions count, only moved. So only the text near the edit
 * is read; the other mentions are copied.
 *
 * @param mentions the mentions that `matcher` found in the text before the edit
 * @param text the text after the edit
 */
export function updateMentions(matcher: Matcher, mentions: Mentions, text: string, edit: Edit): Mentions {
  const reach = matcher.longest + MARGIN;
  const shift = edit.inserted - edit.removed;

  const untouched = reachBack(text, runStart(text, edit.start), reach);
  const kept = lowerBound(mentions.starts, untouched);
  const unchanged = runEnd(text, firstUnchanged(text, runEnd(text, edit.start + edit.inserted)));

  const fresh = new MentionList();
  const junction = new Junction(unchanged, fresh, mentions, kept, shift);
  let at = kept > 0 ? Math.max(untouched, mentions.end(kept - 1)) : untouched;
  do {
    // An invisible character behind a mention is no part of it, but belongs to the segment before it, and a part must not start there.
    while (continuesAt(text, at)) at++;
    const limit = reachOn(text, Math.max(at, unchanged), reach);
    const found = matcher.matchPart(text, at, runEnd(text, reachOn(text, limit, reach)));
    at = limit;
    for (let i = 0; i < found.count && found.start(i) < limit; i++) {
      fresh.push(found.start(i), found.end(i), found.form(i));
      at = Math.max(limit, found.end(i));
    }
  } while (!junction.reachedBy(at));

  const renewed = fresh.countBelow(junction.place);
  const moved = lowerBound(mentions.starts, junction.place - shift);
  const splice = (old: Int32Array, added: Int32Array, by: number): Int32Array => {
    const result = new Int32Array(kept + renewed + old.length - moved);
    result.set(old.subarray(0, kept));
    result.set(added.subarray(0, renewed), kept);
    result.set(old.subarray(moved), kept + renewed);
    if (by !== 0) for (let i = kept + renewed; i < result.length; i++) result[i] = (result[i] ?? 0) + by;
    return result;
  };
  const added = fresh.finish();
  return mentionsFrom(
    splice(mentions.starts, added.starts, shift),
    splice(mentions.ends, added.ends, shift),
    splice(mentions.forms, added.forms, 0),
  );
}

/** Looks for the place from which on the old mentions count: the first that lies outside of all mentions, old and new. */
class Junction {
  private newMention = 0;

  constructor(
    /** The first place that comes into question, as an offset of the new text. */
    public place: number,
    private readonly fresh: MentionList,
    private readonly old: Mentions,
    private oldMention: number,
    private readonly shift: number,
  ) {}

  /** Moves `place` on out of the mentions around it. Whether it is final: the new mentions are known up to the offset `known` only. */
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

/** The first place behind an edit such that the character before it, too, is not touched by the edit. */
function firstUnchanged(text: string, editEnd: number): number {
  let first = editEnd;
  while (
    first < text.length &&
    (isLowSurrogate(text.charCodeAt(first)) || attachedAt(text, first) || isSpace(text, first))
  )
    first++;
  return first < text.length ? segmentEnd(text, first) : text.length;
}

/** The start of the run without white space before a place, which may be an address. */
function runStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_ADDRESS && !endsRun(text, start - 1)) start--;
  return start;
}

/** The end of the run without white space behind a place. */
function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < LONGEST_ADDRESS && !endsRun(text, end)) end++;
  return end;
}

function endsRun(text: string, at: number): boolean {
  return isBlank(text, at) && !continuesAt(text, at);
}

/** The offset so many characters before another. A character counts with its marks, and a run of white space as one character. */
function reachBack(text: string, from: number, characters: number): number {
  let at = from;
  for (let left = characters; left > 0 && at > 0; left--) {
    at = segmentStart(text, at - 1);
    if (!isSpace(text, at)) continue;
    // Invisible characters are ignored, so white space on both sides of one makes a single run.
    while (at > 0 && isBlank(text, at - 1)) at--;
    at = segmentStart(text, at);
  }
  return at;
}

/** The offset so many characters behind another, counted as by `reachBack`. */
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
