import { withAncestors } from '../../lists/annotation-list';
import { isId, suggestId } from '../../entities/id';
import type { Losses } from '../losses';
import type { Exchange, ExchangeSpan, ExchangeTag } from '../model';
import { uuidOf } from '../uuid';
import { childNamed, element, xmlText, type XmlElement } from '../xml';
import { colorName, hexColor } from './colors';

/** A code of a project. */
interface Code {
  readonly guid: string;
  readonly name: string;
  readonly codable: boolean;
  readonly color: string | null;
  readonly description: string | null;
  readonly kinds: Code[];
}

/** The codes of an export: the tags as a tree, and what is said of entities, which REFI-QDA has no other place for. */
export class CodeBook {
  readonly #top: Code[] = [];
  readonly #byGuid = new Map<string, Code>();
  readonly #names: ReadonlyMap<string, string>;

  constructor({ tags, entities }: Pick<Exchange, 'tags' | 'entities'>) {
    this.#names = new Map(entities.map(({ id, name }) => [id, name]));
    const known = new Map(tags.map((tag) => [tag.id, tag]));
    for (const { id } of tags) this.#tag(id, known);
    for (const { id, name, type } of entities) this.#entity(id, name, type);
  }

  /** The GUIDs of the codes that a selection has. */
  of({ id, tags, entity, not, scope }: ExchangeSpan, losses: Losses): string[] {
    if (scope !== null && scope !== 'post') losses.add('scope', 'It is not “post”.', id);
    const inPost = scope === 'post';
    const nameOf = (one: string) => this.#names.get(one) ?? one;
    return [
      ...tags.map((tag) => this.#tag(tag, new Map())),
      ...(entity === null
        ? []
        : [
            inPost
              ? this.#decision(entity, `${nameOf(entity)} in this post`, 'entity', true)
              : this.#entity(entity, nameOf(entity), null),
          ]),
      ...(not === null
        ? []
        : [this.#decision(not, `not ${nameOf(not)}${inPost ? ' in this post' : ''}`, 'not', inPost)]),
    ];
  }

  /** Empty where there is no code. */
  xml(): string {
    const written = ({ guid, name, codable, color, description, kinds }: Code): string => {
      const inner = description === null ? '' : element('Description', {}, xmlText(description));
      return `\n${element('Code', { guid, name, isCodable: String(codable), color }, inner, ...kinds.map(written))}`;
    };
    return this.#top.length === 0 ? '' : element('Codes', {}, ...this.#top.map(written));
  }

  /** Anything may be tagged with the tags above others, too. A hand-written tag that is no path stays in one piece. */
  #tag(id: string, known: ReadonlyMap<string, ExchangeTag>): string {
    const path = isId(id) ? withAncestors(id) : [id];
    let above: Code | null = null;
    for (const [i, one] of path.entries()) {
      const { description = null, color = null } = known.get(one) ?? {};
      const name = i === 0 ? one : one.slice((path[i - 1]?.length ?? 0) + 1);
      above = this.#code(above, {
        guid: uuidOf('code', one),
        name,
        codable: true,
        color: hexColor(color),
        description,
      });
    }
    return above?.guid ?? '';
  }

  #entity(id: string, name: string, type: string | null): string {
    const known = this.#byGuid.get(uuidOf('entity', id));
    if (known) return known.guid;
    const group = type ?? 'other';
    const all = this.#code(null, {
      guid: uuidOf('entities'),
      name: 'Entities',
      codable: false,
      color: null,
      description: null,
    });
    const kind = this.#code(all, {
      guid: uuidOf('entities', group),
      name: group,
      codable: false,
      color: null,
      description: null,
    });
    return this.#code(kind, {
      guid: uuidOf('entity', id),
      name,
      codable: true,
      color: null,
      description: `entity: ${id}`,
    }).guid;
  }

  #decision(id: string, name: string, what: 'entity' | 'not', inPost: boolean): string {
    const all = this.#code(null, {
      guid: uuidOf('decisions'),
      name: 'Decisions',
      codable: false,
      color: null,
      description: null,
    });
    const description = `${what}${inPost ? ' in post' : ''}: ${id}`;
    return this.#code(all, { guid: uuidOf('decision', description), name, codable: true, color: null, description })
      .guid;
  }

  #code(above: Code | null, made: Omit<Code, 'kinds'>): Code {
    const known = this.#byGuid.get(made.guid);
    if (known) return known;
    const code = { ...made, kinds: [] };
    (above?.kinds ?? this.#top).push(code);
    this.#byGuid.set(made.guid, code);
    return code;
  }
}

/** What coding with a code means. */
export type CodeMeaning = Partial<Pick<ExchangeSpan, 'entity' | 'not' | 'scope'>> & { readonly tag?: string };

/** Codes that were read: their meanings by their GUIDs, and the tags that they are. */
export interface ReadCodes {
  readonly meanings: ReadonlyMap<string, CodeMeaning>;
  readonly tags: readonly ExchangeTag[];
}

/** Reads the codes of a project or codebook. @param ours whether Postgloss wrote them, and names are ids already */
export function readCodes(codes: XmlElement | null, ours: boolean): ReadCodes {
  const meanings = new Map<string, CodeMeaning>();
  const tags: ExchangeTag[] = [];
  const taken = new Set<string>();
  const visit = (code: XmlElement, above: string | null) => {
    const { attributes } = code;
    const guid = guidIn(code, 'guid');
    const description = childNamed(code, 'Description')?.text || null;
    const said = ours ? decisionOf(description) : null;
    const isTree = ours && (guid === uuidOf('entities') || guid === uuidOf('decisions'));
    if (said || isTree || above === TREE) {
      if (said) meanings.set(guid, said);
      for (const kind of kindsOf(code)) visit(kind, TREE);
      return;
    }
    const name = attributes.get('name') ?? '';
    const made = ours ? name : idOf(name);
    const id = ours ? joinedId(above, made) : freeId(joinedId(above, made), taken);
    taken.add(id);
    meanings.set(guid, { tag: id });
    const isWay = attributes.get('isCodable') === 'false' && kindsOf(code).length > 0;
    const whole = [made === name ? null : name, description].filter((part) => part !== null).join('. ') || null;
    if (!isWay) tags.push({ id, description: whole, color: colorName(attributes.get('color') ?? null) });
    for (const kind of kindsOf(code)) visit(kind, id);
  };
  for (const code of codes ? kindsOf(codes) : []) visit(code, null);
  return { meanings, tags };
}

const TREE = '\0';

function kindsOf(code: XmlElement): XmlElement[] {
  return code.children.filter(({ name }) => name === 'Code');
}

function joinedId(above: string | null, name: string): string {
  return above === null ? name : `${above}/${name}`;
}

function idOf(name: string): string {
  return isId(name) && !name.includes('/') ? name : suggestId(name);
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  return id;
}

function decisionOf(description: string | null): CodeMeaning | null {
  const [, what, inPost, id = ''] = /^(entity|not)( in post)?: ([^]+)$/.exec(description ?? '') ?? [];
  if (what === undefined) return null;
  const scope = inPost === undefined ? {} : { scope: 'post' };
  return what === 'not' ? { not: id, ...scope } : { entity: id, ...scope };
}

/** A GUID in small letters, without the braces that some programs put around it. */
export function guidIn(element: XmlElement, key: string): string {
  return (element.attributes.get(key) ?? '').replace(/[{}]/g, '').toLowerCase();
}
