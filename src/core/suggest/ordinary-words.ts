/** Days, months and the like: capitalised in English, but no names. */
export const CALENDAR: ReadonlySet<string> = setOf(`
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec easter christmas ramadan eid`);

/** Adjectives of peoples, faiths and places. On their own they are no names; before a name they only describe it. */
const ADJECTIVES = setOf(`
  american british english french german italian spanish dutch greek turkish kurdish arab arabic persian iranian iraqi syrian lebanese
  jordanian israeli jewish palestinian egyptian saudi yemeni qatari kuwaiti emirati omani bahraini libyan tunisian algerian moroccan
  sudanese somali ethiopian afghan pakistani indian chinese japanese korean russian soviet ukrainian polish hungarian czech swedish
  danish norwegian finnish swiss austrian irish scottish welsh canadian mexican brazilian cuban african asian european western eastern
  northern southern central islamic islamist muslim christian catholic orthodox protestant hindu buddhist sunni shiite shia shi’a shi'a
  shi’ite shi'ite alawite druze yazidi yezidi assyrian turkmen chechen tatar armenian georgian azeri uzbek tajik kazakh bosnian serb
  serbian croat croatian albanian bulgarian romanian cypriot zionist baathist ba’athist jihadist salafi wahhabi sufi marxist communist
  republican democratic democrat conservative liberal socialist bedouin roman latin anglo anti pro non post ex mid trans latino`);

/** Whether a word is such an adjective, or the people in the plural: `Iraqi`, `Iraqis`. */
export function isAdjective(word: string): boolean {
  const lower = word.toLowerCase();
  return ADJECTIVES.has(lower) || PEOPLES.has(lower) || (lower.endsWith('s') && ADJECTIVES.has(lower.slice(0, -1)));
}

/** Whether an adjective names a belief, not an origin. */
export function isFaith(word: string): boolean {
  return FAITHS.has(word.toLowerCase());
}

const FAITHS =
  setOf(`islamic islamist muslim christian catholic orthodox protestant hindu buddhist sunni shiite shia jewish republican
  democratic conservative liberal socialist marxist communist northern southern eastern western central pro anti non`);
const PEOPLES = setOf('kurd kurds turk turks jew jews arabs muslims finns poles danes swedes spaniards britons scots');

/** Whether English uses the word as an ordinary one, in any of its usual endings. */
export function isCommonWord(word: string): boolean {
  const lower = word.toLowerCase().replace(/['’](?:t|s|ve|re|ll|d|m)$/, '');
  return COMMON.has(lower) || stemsOf(lower).some((stem) => COMMON.has(stem));
}

/** The words of which a word may be an inflected form, by its ending. */
export function stemsOf(lower: string): string[] {
  const stems: string[] = [];
  if (/.{3}s$/.test(lower)) stems.push(lower.slice(0, -1));
  if (/.{3}(?:es|ed|er|ly|al)$/.test(lower)) stems.push(lower.slice(0, -2), lower.slice(0, -1));
  if (/.{2}ies$|.{2}ied$/.test(lower)) stems.push(`${lower.slice(0, -3)}y`);
  if (/.{3}ing$/.test(lower)) stems.push(lower.slice(0, -3), `${lower.slice(0, -3)}e`);
  return stems;
}

// Function words, and the words that most often begin English sentences, headlines and captions. The lower-case words of the archive
// complete them: see `vocabulary.ts`.
const COMMON = setOf(`
  a an the this that these those there here it its he she they we you i me him her them us my your his our their who whom whose which
  what when where why how all any both each few many more most much none one two three four five six seven eight nine ten first second
  third fourth last next other another such same some several no nor not only own so than too very just still yet also even ever never
  always often once again already almost about above across after against along among around as at away back be because been before
  behind being below beneath beside besides between beyond but by can could cannot day despite did do does doing done down during
  either else enough except far for from further get give given go going gone good had has have having hence if in indeed inside
  instead into is are was were am let like made make may maybe meanwhile might must near neither nonetheless nevertheless now nothing
  nobody of off on onto or out outside over part per perhaps please quite rather really said say see seem seen shall should since
  someone something somewhere soon sure take taken then thereby therefore though through throughout thus till to today together
  tomorrow tonight toward towards under until up upon use using via want way well will with within without would yes yesterday new
  old big small great little long short high low early late left right best worst better bad true false full open free public private
  according although accordingly additionally amid amidst anyone anything apart asked based beginning below both bottom call
  call come consequently currently earlier especially eventually everyone everybody everything finally fortunately generally however
  including initially later least lately likewise mainly moreover mostly namely naturally nearly notably obviously otherwise
  overall particularly possibly presumably previously recently regarding reportedly respectively similarly simply specifically
  subsequently suddenly supposedly surely thereupon ultimately unfortunately unless unlike usually whatever whenever whereas wherever
  whether while year month week hour minute time time night morning evening noon people man men woman women child children person
  group world country state nation city town village capital government minister president leader official army force troop soldier
  fighter militia war peace battle attack operation campaign offensive defense police security party politics policy power law right
  news report reporter story article photo photograph picture image file video source editor editorial author writer reader letter
  note please copyright read watch click share comment post posted tag tagged update updated inset caption credit courtesy
  north south east west left right center centre front side top end start begin house home office street road bridge water air land
  sea ship boat car money market business company bank trade oil gas school church mosque family father mother son daughter brother
  sister friend enemy member head chief number word name question answer problem reason result case fact idea plan deal talk meeting
  conference speech statement claim promise hope fear truth lie life death body hand eye face heart mind voice book paper page line
  history future past present million thousand hundred percent half most major main key special general chief former supreme
  international national federal local foreign domestic military political economic social human religious secular sectarian
  nuclear chemical intelligence strategic senior junior young elderly poor rich strong weak hard easy clear dark white black red green
  blue golden hot cold dead alive alone able likely possible important serious certain different similar
  sir madam dear thank welcome sorry hello god heaven hell tower mission agreement experts residents supporters readers
  nobody whoever whichever neighbor neighbour ask tell think know believe find keep look need feel try leave work seem turn show hear play run move live
  happen write provide sit stand lose pay meet include continue set learn change lead understand follow stop create speak
  allow add spend grow open walk win offer remember love consider appear buy wait serve die send expect build stay fall cut reach kill
  remain suggest raise pass sell require explain announce warn insist deny accuse urge condemn praise capture recover retake liberate
  launch storm seize hamper summon fight defend join support back drive flee withdraw retreat advance strike shoot bomb burn destroy
  between closer inquiry inquiries receipts ledger strangers steps absence fog bell anchor ring freedom reconstruction justice unity spring summer autumn winter`);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
