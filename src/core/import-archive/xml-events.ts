import { SaxesParser } from 'saxes';
import { quoted } from '../text/visible';
import { asciiOf, decoderFor, markedEncoding, type Chunks } from './input';
import { ImportRefusal } from './refusal';

/** Gets the elements and the text of a document in their order. */
export interface XmlListener {
  open(name: string): void;
  /** Text between tags, entities decoded, and the content of CDATA sections. One text may come in several parts. */
  text(text: string): void;
  close(name: string): void;
}

/** More levels than any document of posts has. */
const DEEPEST = 1000;
/** The longest stretch without an end of a tag, a text or a section, which the parser holds in memory. In UTF-16 code units. */
const LONGEST = 20_000_000;
/** Control characters that no XML may hold; programs write them all the same. */
// eslint-disable-next-line no-control-regex
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * Reads a document piece by piece, and yields after each piece, so that what a listener has gathered can be taken up. Entities that the
 * document declares are not expanded, and nothing outside of it is ever read.
 *
 * @returns the first mistake in the document, as a sentence without its full stop; null where there is none. What can be read is read.
 * @throws ImportRefusal for a document that nests too deeply or does not come to an end of anything
 */
export async function* xmlEvents(chunks: Chunks, listener: XmlListener): AsyncGenerator<undefined, string | null> {
  const parser = new SaxesParser({ position: true });
  const mistakes: string[] = [];
  let depth = 0;
  let quiet = 0;
  parser.on('error', ({ message }) => mistakes.length === 0 && mistakes.push(message));
  parser.on('opentag', ({ name }) => {
    quiet = 0;
    if (++depth > DEEPEST) throw new ImportRefusal(`Its elements nest in more than ${DEEPEST} levels.`);
    listener.open(name);
  });
  parser.on('closetag', ({ name }) => {
    quiet = 0;
    depth--;
    listener.close(name);
  });
  const onText = (text: string) => {
    quiet = 0;
    listener.text(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(markedEncoding(chunk) ?? statedEncoding(chunk));
    const text = decoder.decode(chunk, { stream: true });
    quiet += text.length;
    if (quiet > LONGEST) {
      throw new ImportRefusal(
        `Line ${parser.line} holds something that has no end after ${LONGEST / 1_000_000} million characters.`,
      );
    }
    parser.write(text.replace(NO_XML, ''));
    yield;
  }
  parser.write(decoder?.decode() ?? '');
  parser.close();
  yield;
  const [mistake] = mistakes;
  return mistake === undefined ? null : describe(mistake);
}

/** The encoding that the declaration of a document names; UTF-8 where it has none. */
export function statedEncoding(head: Uint8Array): string {
  return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(asciiOf(head.subarray(0, 400)))?.[1] ?? 'utf-8';
}

/** The parser writes `12:5: unclosed tag: a`. */
function describe(mistake: string): string {
  const [, line = '?', what = mistake] = /^(\d+):\d+: (.*)$/s.exec(mistake) ?? [];
  return `In line ${line}, the XML is broken (${quoted(what)}). What could be read was read`;
}
