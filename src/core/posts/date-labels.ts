import { foldDate } from './date-words';

/** The words before the date on a line that tells when a text was published. No library knows them. */
const LABELS = `
  posted on|posted at|posted|published on|published at|published|publication date|pub date|date published|date|dated|written on
  veröffentlicht am|veröffentlicht|erschienen am|gepostet am|verfasst am|geschrieben am|publiziert am|datum|vom
  publié le|publiée le|posté le|paru le|parue le|mis en ligne le|écrit le|date de publication
  publicado el|publicado|publicada el|fecha de publicación|fecha|escrito el
  publicado em|publicada em|postado em|data de publicação|data
  pubblicato il|pubblicato|postato il|scritto il|data di pubblicazione
  gepubliceerd op|geplaatst op|gepost op|verschenen op
  publicerad den|publicerad|publicerat den|publicerat|skriven den|udgivet den|udgivet|publiceret den|publiceret|publisert den|publisert|dato
  julkaistu|päivämäärä|pvm
  opublikowano dnia|opublikowano|opublikowany|data publikacji|dodano|zamieszczono
  publikováno|zveřejněno|vydáno|publikované|zverejnené|dátum|objavljeno|datum objave
  közzétéve|megjelent|publicat pe|publicat la|publicat|data publicării
  yayınlanma tarihi|yayın tarihi|yayımlanma tarihi|tarih|yayınlandı
  опубликовано|дата публикации|размещено|дата|опубліковано|дата публікації|публикувано на|публикувано|објављено
  δημοσιεύτηκε στις|δημοσιεύθηκε στις|δημοσιεύτηκε|ημερομηνία
  نشر في|نشرت في|نشر بتاريخ|تاريخ النشر|بتاريخ|التاريخ
  تاریخ انتشار|منتشر شده در|تاریخ|تاریخ اشاعت
  פורסם בתאריך|פורסם ב|פורסם|תאריך
  发表于|发布于|发布日期|发布时间|日期|时间|發表於|發佈於|發布於|發佈日期|時間
  投稿日時|投稿日|公開日|掲載日|更新日|日付|配信日
  게시일|작성일|발행일|등록일|날짜|입력
  प्रकाशित|प्रकाशन तिथि|दिनांक|तारीख
  เผยแพร่เมื่อ|วันที่|โพสต์เมื่อ
  đăng ngày|ngày đăng|đăng lúc|xuất bản ngày
  diterbitkan pada|diterbitkan|diposting pada|dipublikasikan pada|tanggal|tarikh
`;

/** Words that may stand before the day itself. */
const ARTICLES = 'le|il|el|den|ngày|dnia|dne';

let pattern: RegExp | null = null;

/** A folded line without the words that say that a date follows: `Posted on `, `Published: `, `投稿日：`. The same line where it has none. */
export function withoutLabel(folded: string): string {
  pattern ??= labelPattern();
  return folded.replace(pattern, '');
}

/** Whether a folded word is one of those that say that a date follows. */
export function isLabelWord(word: string): boolean {
  labelWords ??= new Set(foldedLabels().flatMap((label) => label.split(' ')));
  return labelWords.has(word);
}

let labelWords: ReadonlySet<string> | null = null;

function foldedLabels(): string[] {
  return LABELS.split(/[|\n]/)
    .map((label) => foldDate(label.trim()))
    .filter((label) => label !== '');
}

function labelPattern(): RegExp {
  // The longest first, as an alternative ends the search.
  const labels = foldedLabels().sort((a, b) => b.length - a.length);
  return new RegExp(
    `^(?:(?:${labels.join('|')})(?![\\p{L}\\p{M}])\\s*:?\\s*|(?:[\\p{Script=Han}]{2,4}|\\p{Script=Hangul}{2,3})\\s*:\\s*)?(?:the\\s+(?=\\d)|(?:${foldDate(ARTICLES)})\\s+)?`,
    'u',
  );
}
