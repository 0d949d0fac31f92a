import { SaxesParser } from 'saxes';
import type { Result } from '../result';
import { visible } from '../text/visible';

/** An element of XML, with its name and attributes as they are without their prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text in it, without that of its children. */
  readonly text: string;
}

const DEEPEST = 256;
const MOST_ELEMENTS = 2_000_000;

/**
 * Reads XML. Never throws. No entity but those of XML itself is known, a document type counts for nothing, and what is nested too deeply or
 * has too many elements is refused.
 */
export function readXml(text: string): Result<{ readonly root: XmlElement }> {
  type Open = XmlElement & { text: string; readonly children: XmlElement[] };
  const top: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  let elements = 0;
  const parser = new SaxesParser({ position: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++elements > MOST_ELEMENTS) throw new Error(`It has more than ${MOST_ELEMENTS} elements.`);
    if (open.length > DEEPEST) throw new Error(`It is nested more than ${DEEPEST} deep.`);
    const plain = new Map(Object.entries(attributes).map(([key, value]) => [withoutPrefix(key), value]));
    const element: Open = { name: withoutPrefix(name), attributes: plain, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const add = (part: string) => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  try {
    parser.write(text).close();
  } catch (error) {
    return { ok: false, why: `It is no XML that can be read: ${visible((error as Error).message).slice(0, 200)}` };
  }
  const [root] = top.children;
  return root ? { ok: true, root } : { ok: false, why: 'It has no element.' };
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** All elements of a name below an element, in the order of the document. */
export function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  return root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsNamed(child, name)]);
}

/** The first child of a name. */
export function childNamed(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((child) => child.name === name) ?? null;
}

/** An element as XML. Attributes that are null are left out. Its content is XML already: of `element` and `xmlText`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  ...content: readonly string[]
): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== null);
  const start = `<${name}${given.map(([key, value]) => ` ${key}="${attributeText(String(value))}"`).join('')}`;
  const inner = content.join('');
  return inner === '' ? `${start}/>` : `${start}>${inner}</${name}>`;
}

/** A text as the content of an element. */
export function xmlText(text: string): string {
  return xmlSafe(text).replace(/[&<>\r]/g, escaped);
}

/** Parsers turn white space in attributes into spaces unless it is escaped. */
function attributeText(text: string): string {
  return xmlSafe(text).replace(/[&<>"\t\n\r]/g, escaped);
}

function escaped(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** A text in which the units that XML 1.0 cannot hold are replaced, each by one U+FFFD, so that offsets hold. */
export function xmlSafe(text: string): string {
  return text.replace(UNFIT, '\ufffd');
}

// eslint-disable-next-line no-control-regex -- these are what it looks for, and halves of pairs
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
