/**
 * The address that a link of the registry leads to; null where it is none that may be opened. Only addresses of the web and of mail
 * count: a registry comes from other people, and `command:` or `file:` would act here. An item of Wikidata may be named by its number.
 *
 * @param name the link's name in the registry, `wikidata`
 * @param target what stands behind it: an address, or `Q42`
 */
export function linkAddress(name: string, target: string): string | null {
  const text = target.trim();
  if (text.length > LONGEST) return null;
  if (name.trim().toLowerCase() === 'wikidata' && /^Q[1-9]\d{0,15}$/i.test(text)) {
    return `https://www.wikidata.org/wiki/${text.toUpperCase()}`;
  }
  // A mail program may take more than an address: a body, copies to others, files to be attached.
  if (/^mailto:[\w.+-]+@[\w.-]+$/i.test(text)) return text;
  // Without its scheme written out nothing is an address, whatever a lenient reader would make of it.
  if (!/^https?:\/\/\S+$/i.test(text)) return null;
  try {
    const { protocol, hostname, href } = new URL(text);
    return WEB.has(protocol) && HOST.test(hostname) ? href : null;
  } catch {
    return null;
  }
}

const WEB = new Set(['http:', 'https:']);

/** A name, in the letters that it is asked for by (IDNA), or numbers. The reader of addresses lets quotation marks be a name too. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])$/i;

/** Browsers take no longer ones. */
const LONGEST = 2000;
