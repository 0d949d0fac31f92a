/**
 * The address to which a link of the registry leads; null where it may not be opened. Only addresses of the web and of mail may: a registry
 * comes from other people, and `command:` or `file:` would act on this machine. An item of Wikidata may be given by its number.
 *
 * @param name the link's name in the registry, `wikidata`
 * @param target the link's value: an address, or `Q42`
 */
export function linkAddress(name: string, target: string): string | null {
  const text = target.trim();
  if (text.length > LONGEST) return null;
  if (name.trim().toLowerCase() === 'wikidata' && /^Q[1-9]\d{0,15}$/i.test(text)) {
    return `https://www.wikidata.org/wiki/${text.toUpperCase()}`;
  }
  // The address alone: mail programs also take a body, copies to others, and attachments.
  if (/^mailto:[\w.+-]+@[\w.-]+$/i.test(text)) return text;
  // The scheme must be written out: the parser below would accept less.
  if (!/^https?:\/\/\S+$/i.test(text)) return null;
  try {
    const { protocol, hostname, href } = new URL(text);
    return WEB.has(protocol) && HOST.test(hostname) ? href : null;
  } catch {
    return null;
  }
}

const WEB = new Set(['http:', 'https:']);

/** A host name in its ASCII form (IDNA), or an IP address. The parser alone would accept quotation marks too. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])$/i;

/** In UTF-16 code units; browsers take no longer addresses. */
const LONGEST = 2000;
