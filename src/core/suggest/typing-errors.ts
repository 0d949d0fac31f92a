/** The number of letters that are wrong, missing, added or exchanged with the next; `most + 1` where they are more than `most`. */
export function typingErrors(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  // What both begin and end with is right.
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let behind = 0;
  while (behind < Math.min(a.length, b.length) - start && a.at(-1 - behind) === b.at(-1 - behind)) behind++;
  const [left, right] = [a.slice(start, a.length - behind), b.slice(start, b.length - behind)];
  // Each error explains two letters at most, if no right ones lie between them.
  if (most === 1 && Math.max(left.length, right.length) > 2) return 2;
  return Math.min(most + 1, distance(left, right));
}

/** The distance of Damerau and Levenshtein, where no letter is edited twice. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          swapped,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
