import type { KnownType } from '../entities/registry';

// Nouns at the end of names, and the type of entity that they show.

const NOUNS: Readonly<Partial<Record<KnownType, string>>> = {
  organization: `academy administration agency alliance army assembly association authority bank battalion board brigade brigades bureau
    cabinet center centre chamber church club coalition college command commission committee community company congress corporation
    corps council court department directorate division federation fleet force forces foundation front fund government guard guards
    guild hospital initiative institute institution junta laboratory league legion ministry mission movement museum navy network office
    organisation organization parliament partnership party police project regiment republic_guard school secretariat senate service
    services shura society squad squadron staff state syndicate tribunal trust union unit units university militia militias company ltd inc
    corp group house partners sons daughter brothers observatory monitor plc gmbh llc airlines airways motors industries holdings systems
    technologies labs laboratories foundation university college brewery railways shipyard ministry survey fund consortium taskforce`,
  place: `airport avenue bay beach border bridge canal cape cathedral city coast county desert district east field fort governorate
    gulf harbor harbour head heights hill hills island islands kingdom lake mosque mount mountain mountains north ocean palace park
    pass peninsula plain port prison province quarter quay region republic ridge river road row sea shrine sound south square states
    strait straits street tower town gate valley village west zone levant dam dams lake lakes creek falls springs basin reservoir
    refinery oilfield airfield forest glacier cove lagoon canyon plateau station crossing`,
  publication: `beacon bulletin chronicle courier daily dispatch examiner file files gazette globe guardian herald journal ledger magazine
    mail mirror news newspaper observer post press record register report review standard star sun telegraph times tribune weekly
    channel radio television tv`,
  event: `accord agreement battle campaign ceasefire conference crisis election elections festival intifada massacre night offensive
    operation pact raid referendum revolt revolution summit treaty uprising war wars deal talks`,
  work: `act constitution quran koran bible song anthem epic`,
};

const BY_NOUN: ReadonlyMap<string, KnownType> = new Map(
  Object.entries(NOUNS).flatMap(([type, nouns]) =>
    nouns.split(/\s+/).map((noun): [string, KnownType] => [noun, type as KnownType]),
  ),
);

/** The type of a name that ends with this noun; null if the noun does not show it. */
export function typeOfNoun(word: string): KnownType | null {
  return BY_NOUN.get(word.toLowerCase()) ?? null;
}

/** The type of a name by its first word, where more words follow: `Lake Orla`, `Mount Sarn`, `Port Ellis`. */
export function typeOfFirst([first = '', ...others]: readonly string[]): KnownType | null {
  return others.length > 0 && /^(?:Lake|Mount|Mt|Port|Fort|Camp|Cape|River|Loch|Isle)$/.test(first) ? 'place' : null;
}

/** Whether a name continues with `of` behind this noun: `Ministry of …`, `Islamic Republic of …`, but not `Mosul of`. */
export function takesOf(word: string): boolean {
  return TAKES_OF.has(word.toLowerCase()) || typeOfNoun(word) === 'organization' || typeOfNoun(word) === 'event';
}

/** Whether a name continues with `for` behind this noun: `Council for …`. */
export function takesFor(word: string): boolean {
  return TAKES_FOR.has(word.toLowerCase());
}

/** Whether a noun at the end of a name can be left out without changing the name: `Anbar Province`, `Quds Force`, `Okaz newspaper`. */
export function isGenericNoun(word: string): boolean {
  const lower = word.toLowerCase();
  const type = BY_NOUN.get(lower) ?? BY_NOUN.get(`${lower}s`);
  return (
    (type === 'organization' || type === 'place' || lower === 'newspaper' || lower === 'daily') &&
    !/^(?:states|head|house|east|west|north|south|sound)$/.test(lower)
  );
}

const TAKES_OF = new Set(
  'republic kingdom state states house lords university gulf bay strait sea port tower city status bank speaker song isle cape mount'.split(
    ' ',
  ),
);
const TAKES_FOR = new Set(
  'council center centre institute movement association committee front foundation society party organization organisation ministry coalition alliance campaign'.split(
    ' ',
  ),
);
