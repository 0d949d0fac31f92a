/** Whether a name is the name of a state, a large city or a part of the world, and so no surname, whatever the words around it are. */
export function isKnownPlace(name: string): boolean {
  return PLACES.has(name.toLowerCase());
}

// In this list, `_` stands for the space in a name.
const PLACES: ReadonlySet<string> = new Set(
  `afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia bosnia
  brazil bulgaria cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt eritrea estonia
  ethiopia finland france germany ghana greece guatemala haiti hungary iceland india indonesia iran iraq ireland israel italy japan
  kazakhstan kenya kosovo kuwait kyrgyzstan latvia lebanon liberia libya lithuania luxembourg malaysia mali malta mexico moldova mongolia
  montenegro morocco mozambique myanmar nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru
  philippines poland portugal qatar romania russia rwanda saudi_arabia senegal serbia singapore slovakia slovenia somalia spain sudan
  sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey turkmenistan uganda ukraine united_states
  united_kingdom united_arab_emirates uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe england scotland wales britain
  us usa uk u.s. u.k. uae europe africa asia america middle_east kurdistan levant mesopotamia balkans caucasus crimea siberia
  london paris berlin rome madrid vienna brussels geneva moscow kiev kyiv warsaw prague budapest athens istanbul ankara cairo alexandria
  beirut damascus aleppo baghdad basra mosul tehran isfahan shiraz tabriz qom kabul kandahar herat karachi islamabad delhi mumbai
  beijing tokyo washington boston chicago york riyadh jeddah mecca medina doha dubai abu_dhabi manama muscat sanaa aden amman jerusalem
  tel_aviv gaza haifa tripoli benghazi tunis algiers rabat khartoum tbilisi yerevan baku mediterranean`
    .split(/\s+/)
    .map((name) => name.replaceAll('_', ' ')),
);
