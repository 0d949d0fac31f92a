import { comparableKey, keyMeaning, type FieldName } from './fields';
import { isUsualKey } from './loose-header';

/** The words before a title, a writer or a publication on lines of their own, beside the keys of front matter. No library knows them. */
const LABELS: Readonly<Record<'title' | 'author' | 'source', string>> = {
  title: `headline|heading|titel|überschrift|titre|título|titolo|tytuł|titulek|nadpis|cím|titlu|titlul|naslov|otsikko|tittel|rubrik|başlık|
    заголовок|название|наслов|заглавие|τίτλος|العنوان|عنوان|כותרת|标题|標題|题目|題目|タイトル|題名|표제|제목|शीर्षक|tiêu đề|judul|หัวข้อ`,
  author: `writer|written by|posted by|autor|autorin|autora|autori|verfasser|verfasserin|von|auteur|auteure|autrice|par|por|autore|di|auteurs|door|författare|
    av|forfatter|af|kirjoittaja|autorka|szerző|scris de|yazar|yazan|автор|автори|συγγραφέας|الكاتب|المؤلف|بقلم|كاتب|نویسنده|به قلم|מאת|מחבר|作者|撰文|
    著者|筆者|文|執筆者|글|글쓴이|저자|작성자|기자|लेखक|tác giả|penulis|oleh|ผู้เขียน|โดย`,
  source: `newspaper|paper|journal|magazine|outlet|publication title|quelle|zeitung|fuente|medio|fonte|testata|bron|krant|källa|kilde|lähde|źródło|zdroj|
    forrás|sursa|izvor|kaynak|gazete|источник|издание|джерело|извор|източник|πηγή|المصدر|المصدر الصحفي|الصحيفة|منبع|روزنامه|מקור|来源|來源|出处|
    出處|媒体|媒體|出典|掲載紙|媒体名|출처|매체|신문|स्रोत|nguồn|sumber|ที่มา`,
};

/** Keys that say nothing of a post, in lines of exports. */
const EXPORTED = new Set(
  `section length highlight byline dateline graphic loaddate publicationtype language subject organization geographic wordcount words place
  location edition pages page volume issue issn isbn documenttype documentid url link id number status basename allowcomments allowpings
  convertbreaks primarycategory properties end customid closed deadline scheduled abstract series rating mood music weather wetter time uhrzeit tagged schlagwörter kategorie catégorie
  motsclés etiquetas categoría рубрика теги метки 分类 標籤 标签 カテゴリ タグ 태그 분류`.split(/\s+/),
);

type Meaning = FieldName | 'nothing';

let meanings: ReadonlyMap<string, Meaning> | null = null;

/** What a label says of a post: `Author` its writer, `Tags` nothing; null for a word that is no label. */
export function meaningOf(label: string): Meaning | null {
  meanings ??= new Map(
    Object.entries(LABELS).flatMap(([name, words]) =>
      words.split('|').map((word): [string, Meaning] => [comparableKey(word.trim()), name as FieldName]),
    ),
  );
  const key = comparableKey(label);
  const known = keyMeaning(key) ?? meanings.get(key);
  if (known) return known;
  return isUsualKey(key) || EXPORTED.has(key) ? 'nothing' : null;
}
