import { guardLines, MAX_LENGTH } from './guard';
import { listFile, type ListFile } from './read-list';
import { endOfList, isDashLine, itemStarts } from './list-lines';
import { readItems } from './read-items';
import { MAX_PROBLEMS } from './read-with-library';

/**
 * Reads a later state of a file from an earlier reading: reads only the items between the first and the last that differ. Gives what
 * `readList` gives for the whole text, as each item is read from its own lines. Null where the texts differ outside of the list, or may
 * do so.
 */
export function followList(before: ListFile, text: string): ListFile | null {
  const { lines, read } = before;
  const { starts, indent } = lines;
  const tail = before.text.slice(lines.end);
  const end = text.length - tail.length;
  const first = starts[0] ?? 0;
  if (text.length > MAX_LENGTH || end <= first || text.slice(end) !== tail) return null;
  if (before.text.slice(0, first) !== text.slice(0, first)) return null;

  const open = tail === '';
  let front = sameInFront(before, text, end);
  const back = sameBehind(before, text, front);
  const to = end - (lines.end - (starts[read.length - back] ?? lines.end));
  // An item that ends the file is parsed differently (trailing block text). Re-read it if it was, or has now become, the last item.
  if (open && back === 0) front = Math.min(front, read.length - 1);
  if (
    front > 0 &&
    (open && back === 0 ? startOf(front) === to : startOf(front) < to && !isDashLine(text, startOf(front), indent))
  ) {
    front--;
  }
  const from = startOf(front);
  const changed = text.slice(from, to);
  if (changed === '' ? front + back === 0 : !isDashLine(changed, 0, indent)) return null;
  if (to < text.length && text[to - 1] !== '\n') return null;
  if (guardLines(changed) || endOfList(changed, 0, indent) < changed.length) return null;

  const replaced = read.slice(front, Math.min(read.length - back, open ? read.length - 1 : Infinity));
  const known = new Map(replaced.map((item) => [item.lines, item]));
  const fresh = changed === '' ? [] : itemStarts(changed, 0, changed.length, indent);
  const stretches = fresh.map((start, i) => changed.slice(start, fresh[i + 1] ?? changed.length));
  const items = readItems(stretches, indent, open && back === 0, known);
  if (!items) return null;
  const shift = end - lines.end;
  const all = [...read.slice(0, front), ...items, ...read.slice(read.length - back)];
  // Behind so many broken items the rest is left out, so the reading of an item depends on all items before it.
  if (all.filter(({ problems }) => problems.length > 0).length >= MAX_PROBLEMS) return null;
  const now = [
    ...starts.slice(0, front),
    ...fresh.map((start) => from + start),
    ...starts.slice(read.length - back).map((start) => start + shift),
  ];
  const kept = before.records.filter(({ index }) => index < front);
  return listFile({ ...before, text, lines: { ...lines, starts: now, end }, read: all }, kept);

  function startOf(item: number): number {
    return starts[item] ?? lines.end;
  }
}

/** How many items at the front have the same lines as before. Searches by halves, so that each character is compared about once. */
function sameInFront({ lines, text: old, read }: ListFile, text: string, end: number): number {
  const startOf = (item: number) => lines.starts[item] ?? lines.end;
  let same = 0;
  for (let most = read.length; same < most;) {
    const middle = (same + most + 1) >> 1;
    const to = startOf(middle);
    if (to <= end && old.slice(startOf(same), to) === text.slice(startOf(same), to)) same = middle;
    else most = middle - 1;
  }
  return same;
}

/** How many items at the back have the same lines as before, those of `front` not counted. */
function sameBehind({ lines, text: old, read }: ListFile, text: string, front: number): number {
  const startOf = (item: number) => lines.starts[item] ?? lines.end;
  const shift = text.length - old.length;
  let same = read.length;
  for (let least = front; least < same;) {
    const middle = (least + same) >> 1;
    const from = startOf(middle);
    const to = startOf(same);
    if (from + shift >= startOf(front) && old.slice(from, to) === text.slice(from + shift, to + shift)) same = middle;
    else least = middle + 1;
  }
  return read.length - same;
}
