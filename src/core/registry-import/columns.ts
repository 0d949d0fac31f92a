// Maps the columns of other people's tables to the fields of an entity.

/** The field that a column holds; null for a column that is not imported. */
export type ColumnMeaning = 'id' | 'name' | 'type' | 'aliases' | 'description' | { readonly link: string } | null;

/** The meaning of each column, in their order. */
export type ColumnMeanings = readonly ColumnMeaning[];

/**
 * Maps columns by their names: `Name`, `label`, `Alt. names`, `alias 2`, `wikidata`, `links.viaf`. Of several columns for the name, the id,
 * the type or the description the first counts; aliases and links may have several columns.
 */
export function meaningsOf(columns: readonly string[]): ColumnMeaning[] {
  const taken = new Set<string>();
  const patterns = columns.includes('pattern') && columns.includes('label') && !columns.includes('name');
  return columns.map((column) => {
    const meaning = (patterns ? PATTERNS.get(column) : undefined) ?? meaningOf(column);
    if (typeof meaning !== 'string' || meaning === 'aliases') return meaning;
    if (taken.has(meaning)) return null;
    taken.add(meaning);
    return meaning;
  });
}

function meaningOf(column: string): ColumnMeaning {
  const inLinks = /^links?[.:/ ]\s*(.+)$/i.exec(column.trim())?.[1];
  if (inLinks !== undefined) return { link: inLinks };
  // Without accents, capitals, signs and a number at the end: `Alt. Name 2` is an `altname`.
  const plain = column
    .normalize('NFKD')
    .toLowerCase()
    // `skos:altLabel` is the label of a vocabulary, `altLabel@en` in a language.
    .replace(/^(?:skos|skosxl|rdfs|foaf|schema|dcterms|dct|dc|owl|wdt|wd)[:_]/, '')
    .replace(/@[a-z-]+$|\((?:[a-z]{2,3})\)$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\d+$/, '');
  // Queries of Wikidata call what they find `item`, and its label `itemLabel`.
  const own = /^(?:item|entity)(?=.*(?:label|description|alias)$)/.test(plain)
    ? plain.replace(/^(?:item|entity)/, '')
    : plain;
  const link = LINKS.get(own);
  return link === undefined ? (MEANINGS.get(own) ?? null) : { link };
}

/** In lists of patterns of spaCy and Prodigy, the label is the type. */
const PATTERNS = new Map<string, ColumnMeaning>([
  ['label', 'type'],
  ['pattern', 'name'],
]);

const MEANINGS = new Map<string, 'id' | 'name' | 'type' | 'aliases' | 'description'>();
for (const [meaning, words] of [
  ['id', 'id identifier entityid key slug'],
  [
    'name',
    'name label title entity entityname fullname preflabel preferredlabel preferredname canonicalname displayname mainname mainlabel',
  ],
  ['type', 'type kind category class entitytype group'],
  [
    'aliases',
    'alias aliases altname altnames altlabel altlabels alternatename alternatenames alternativename alternativenames aka alsoknownas synonym synonyms variant variants spelling spellings othername othernames nickname nicknames acronym abbreviation alternatelabel alternatelabels alternativelabel alternativelabels hiddenlabel hiddenlabels otherlabel otherlabels originalname originalnames nativename nativenames nativelabel localname formername formernames birthname maidenname shortname shortnames transliteration transliterations alsoknown pseudonym pseudonyms acronyms abbreviations',
  ],
  ['description', 'description desc note notes comment comments summary about bio definition'],
] as const) {
  for (const word of words.split(' ')) MEANINGS.set(word, meaning);
}

/** Columns that hold a link, with the link's name in the registry. */
const LINKS = new Map([
  ['wikidata', 'wikidata'],
  ['wikidataid', 'wikidata'],
  ['qid', 'wikidata'],
  ['item', 'wikidata'],
  ['reconciledid', 'wikidata'],
  ['url', 'url'],
  ['uri', 'url'],
  ['link', 'url'],
  ['website', 'website'],
  ['homepage', 'homepage'],
  ['wikipedia', 'wikipedia'],
  ['viaf', 'viaf'],
  ['geonames', 'geonames'],
  ['isni', 'isni'],
  ['orcid', 'orcid'],
  ['gnd', 'gnd'],
  ['email', 'email'],
  ['profile', 'profile'],
]);
