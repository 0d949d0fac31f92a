/** A link of the registry that may be opened. */
export interface LinkTarget {
  /** The whole address, in ASCII. */
  readonly address: string;
  /**
   * Where it leads: the host with its port, or the mail address. Anybody can choose the name of a link, so this is shown beside it. A host
   * with letters beyond ASCII is in its `xn--` form, in which none can be mistaken for another.
   */
  readonly place: string;
}

/**
 * Where a link of the registry leads; null where it may not be opened. Only addresses of the web and of mail may: a registry comes from
 * other people, and `command:` or `file:` would act on this machine. Nor may an address with a user name, as in
 * `https://example.org@other.example/`, which reads as if it led elsewhere. An item of Wikidata may be given by its number.
 *
 * @param name the link's name in the registry, `wikidata`
 * @param target the link's value: an address, or `Q42`
 */
export function linkTarget(name: string, target: string): LinkTarget | null {
  const text = target.trim();
  if (text.length > LONGEST) return null;
  if (name.trim().toLowerCase() === 'wikidata' && /^Q[1-9]\d{0,15}$/i.test(text)) {
    return { address: `https://www.wikidata.org/wiki/${text.toUpperCase()}`, place: 'www.wikidata.org' };
  }
  // The address alone: mail programs also take a body, copies to others, and attachments.
  const mail = /^mailto:([\w.+-]+@[\w.-]+)$/i.exec(text)?.[1];
  if (mail !== undefined) return { address: text, place: mail };
  // The scheme must be written out: the parser below would accept less.
  if (!/^https?:\/\/\S+$/i.test(text)) return null;
  try {
    const { protocol, username, password, hostname, host, href } = new URL(text);
    // An empty user name leaves no trace in the parsed address.
    if (username !== '' || password !== '' || /^https?:[\\/]+[^\\/?#]*@/i.test(text)) return null;
    return WEB.has(protocol) && HOST.test(hostname) && hostname.length <= LONGEST_HOST
      ? { address: href, place: host }
      : null;
  } catch {
    return null;
  }
}

const WEB = new Set(['http:', 'https:']);

/** A host name in its ASCII form (IDNA), or an IP address. The parser alone would accept quotation marks too. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])$/i;

/** In UTF-16 code units; browsers take no longer addresses. */
const LONGEST = 2000;

/** The most octets of a name in the domain name system (RFC 1035, 2.3.4), which is short enough to be shown whole. */
const LONGEST_HOST = 255;
