/**
 * Words that are one name in several languages or romanizations, though they sound less alike than other names do: Belarusian, Ukrainian and
 * Russian given names, Korean and Chinese surnames. In each group, between semicolons, any word may stand for any other. A word may be in
 * several groups: `Chang` is `Jang` in Korean and `Zhang` in Chinese.
 */
const GROUPS = `
  aliaksandr oleksandr aleksandr alexander alexandr aleksander; aliaksandra oleksandra aleksandra alexandra;
  aliaksei oleksii oleksiy aleksei alexei alexey aleksey; andrei andriy andrii andrey; dzmitry dmytro dmitri dmitry dmitriy;
  siarhei siarhey serhii serhiy sergei sergey; mikalai mikalay mykola nikolai nikolay; uladzimir volodymyr vladimir wladimir;
  mikhail mikhal mykhailo mykhaylo michail; yauhen yauheni yevhen yevhenii evgeny yevgeny evgeni; ihar ihor igor; aleh oleh oleg;
  kanstantsin kostiantyn kostyantyn konstantin; viktar viktor victor; pavel pavlo pawel; piotr petro piatro petr pyotr;
  vasil vasyl vasili vasily vasiliy; yury yurii yuriy yuri iurii; maksim maksym maxim; anatol anatolii anatoliy anatoly;
  viachaslau viacheslav vyacheslav; stanislau stanislav stanislaw; yaraslau yaroslav jaroslav; leanid leonid; ryhor hryhorii grigory grigori;
  heorhi heorhii georgy georgi; henadz hennadii gennady gennadi; mikita mykyta nikita; kiryl kyrylo kirill; raman roman; artsiom artem artyom;
  illia ilia ilya; danila danylo daniil; natallia nataliia natalia natalya; hanna anna ganna; halina halyna galina;
  tatsiana tetiana tatiana tatyana; katsiaryna kateryna ekaterina yekaterina; maryia mariia maria mariya; volha olha olga;
  sviatlana svitlana svetlana; iryna irina; alena olena elena yelena; liudmila liudmyla lyudmila ludmila; yuliia yulia julia; nadzeya nadiia
  nadezhda; liubou liubov lyubov; viktoryia viktoriia viktoria; kseniia ksenia xenia;
  pak bak park pahk; choe choi chwe; yi lee rhee ri li; kim gim; chung jung jeong chong cheong; cho jo joe; kang gang; chang jang;
  yun yoon youn; im lim rim; paek baek paik back; no roh noh ro; kwon gwon; sin shin; chon jeon jun chun; mun moon; ryu yoo yu ryoo; u woo wu;
  ku koo gu; so seo suh; an ahn; o oh; son sohn; pae bae; chin jin; kwak gwak; ko koh go; hwang whang; song sung; hong houng; sim shim; chae chai;
  yang ryang; no lo; won weon; pyon byun pyun; hyon hyun hyeon;
  hsu xu shu; hsieh xie; chou zhou; chu zhu; chao zhao; cheng zheng; chang zhang; tsai cai; tsao cao; kuo guo; chiang jiang; teng deng; ting ding;
  sung song; hsiao xiao; chien qian; ho he; tseng zeng; yeh ye; tung dong; tang dang; tu du; ku gu; kung gong; kao gao; hsiung xiong; hsueh xue;
  jen ren; tsui cui; chia jia; chiu qiu; hsi xi; lo luo; mo muo; tso zuo; tsou zou; tsung zong; chuang zhuang; feng fung; chen chan tan; huang
  wong hwang ooi; lin lim lam; liu lau low; wang ong; wu ng goh; yeung yang; cheung zhang; leung liang; kwok guo; tse xie; chow zhou; ho he hor;
  mao mau; tse tze zi; en an enlai; tung-chi dongqi; peking beijing; nanking nanjing; canton guangzhou; chungking chongqing; szechwan sichuan;
  tientsin tianjin; tsingtao qingdao`;

/** Endings that vary between these languages; the first of a group stands for all. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:avich|ovych|owicz|evych|yevich|ievich|jevic|ovic|evic|evich)$/u, 'ovich'],
  [/(?:enka|anka|enco)$/u, 'enko'],
  [/(?:sky|ski|skyi|skyy|skij|skyj|skii|skiy|tsky|cki)$/u, 'ski'],
  [/(?:ouski|ousky|auski)$/u, 'ovski'],
  [/(?:ou|au|iou|iau)$/u, 'ov'],
];

const GROUPS_OF = new Map<string, number[]>();
for (const [number, group] of GROUPS.split(';').entries()) {
  for (const word of group.trim().split(/\s+/)) GROUPS_OF.set(word, [...(GROUPS_OF.get(word) ?? []), number]);
}

/** The numbers of the groups that a word, in letters without marks, belongs to. */
export function variantGroups(letters: string): readonly number[] {
  return GROUPS_OF.get(letters) ?? [];
}

/** Whether two words are one name in two languages or romanizations. */
export function areVariants(a: string, b: string): boolean {
  const other = variantGroups(b);
  return other.length > 0 && variantGroups(a).some((group) => other.includes(group));
}

/** A word with one spelling of Slavic endings, and `g` for the `h` that Ukrainian and Belarusian have there; null where that changes nothing. */
export function withOneEnding(word: string): string | null {
  const [ending, spelled] = ENDINGS.find(([pattern]) => pattern.test(word)) ?? [];
  if (!ending || spelled === undefined || word.length < 6) return null;
  const stem = word.replace(ending, '').replace(/h(?=[aeiouyrlnv])(?<![cskzpt]h)/g, 'g');
  const changed = stem + spelled;
  return changed === word ? null : changed;
}
