/**
 * Titles of address and of office, in lower case without full stops. A title is no part of the name behind it, but shows that the name is a
 * person’s. On its own it is no name.
 */
const TITLES: ReadonlySet<string> = new Set(
  `mr mrs ms miss mister dr prof professor rev reverend father brother sister sir lord lady dame madam
  gen general generals brig brigadier maj major col colonel lt lieutenant capt captain sgt sergeant corporal private adm admiral
  commander cdr commodore marshal chief chairman chairwoman chairperson
  president presidents premier chancellor minister ministers secretary undersecretary ambassador envoy consul governor gov mayor
  senator sen rep congressman congresswoman representative speaker deputy judge justice attorney sheriff inspector detective
  director editor spokesman spokeswoman spokesperson leader
  king queen prince princess emperor empress sultan emir sheikh shaikh sheik caliph pope cardinal bishop archbishop
  patriarch rabbi imam ayatollah mullah hojatoleslam hojjatoleslam mufti comrade harbourmaster keeper
  fellow adviser advisor officer guide`.split(/\s+/),
);

/** Words before a title that are part of it: `Prime Minister`, `Brigadier General`, `former Vice President`. */
const BEFORE_TITLES: ReadonlySet<string> = new Set(
  `prime vice deputy first foreign defense defence interior finance oil justice grand supreme secretary attorney brigadier lieutenant
  major rear chief acting former assistant executive managing senior junior military crown high commanding state general`.split(
    /\s+/,
  ),
);

/** Titles with `of` or a noun behind them: `Secretary of State`, `Speaker of the House`. */
const OF_TITLES =
  /^(?:secretary (?:of (?:state|defen[cs]e|the (?:treasury|navy|army))|general)|chief of staff|speaker of the house)$/;

/** How many words the title at `at` has, as in `Foreign Minister`, `Brig. Gen.`, `Secretary of State`; 0 if none begins there. */
export function titleLength(words: readonly string[], at: number): number {
  const lower = (i: number) => (words[i] ?? '').toLowerCase().replace(/\.$/, '');
  for (const length of [4, 3, 2]) {
    if (
      OF_TITLES.test(
        words
          .slice(at, at + length)
          .map((_, k) => lower(at + k))
          .join(' '),
      )
    )
      return length;
  }
  let end = at;
  while (BEFORE_TITLES.has(lower(end)) && end - at < 3) end++;
  if (!TITLES.has(lower(end))) {
    // `Major General` ends in a word that may also stand before a title.
    return end > at && TITLES.has(lower(end - 1)) && end - 1 > at ? end - at : TITLES.has(lower(at)) ? 1 : 0;
  }
  while (TITLES.has(lower(end))) end++;
  return end - at;
}
