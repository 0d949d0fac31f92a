import type { RawPost } from '../imported/post';
import { readMailDate } from '../posts/mail-date';
import { htmlText } from './html-text';
import type { InputFile } from './input';
import { readJson, type JsonValue } from './json';
import { ImportRefusal } from './refusal';

/** Reads `tweets.js` of an archive of X, which is a script with one list. @throws ImportRefusal where it is none */
export async function* readXArchive(file: InputFile): AsyncIterable<RawPost> {
  const list = await readJson(file.chunks, /^\ufeff?\s*window\.[\w.]{1,100}\s*=\s*/);
  if (!Array.isArray(list.value)) throw new ImportRefusal('It holds no posts of X.');
  for (const item of list.items) {
    const own = item.at('tweet');
    const tweet = own.value === undefined ? item : own;
    if (/^RT @\w/.test(tweet.at('full_text').text)) file.tally.skip('a post of somebody else');
    else yield postOf(tweet);
  }
}

function postOf(tweet: JsonValue): RawPost {
  const id = tweet.at('id_str').text || tweet.at('id').text;
  let text = tweet.at('full_text').text || tweet.at('text').text;
  // Shortened addresses tell nothing, and will not lead anywhere for ever.
  for (const url of tweet.at('entities').at('urls').items.slice(0, 100)) {
    const [short, long] = [url.at('url').text, url.at('expanded_url').text];
    if (short !== '' && long !== '') text = text.split(short).join(long.replace(/[<&]/g, encoded));
  }
  const isNumber = /^\d{1,30}$/.test(id);
  return {
    id: id || null,
    date: readMailDate(tweet.at('created_at').text),
    source: 'X',
    url: isNumber ? `https://x.com/i/web/status/${id}` : null,
    thread: tweet.at('in_reply_to_status_id_str').text,
    body: htmlText(text, { lines: true }),
  };
}

function encoded(sign: string): string {
  return sign === '<' ? '&lt;' : '&amp;';
}
