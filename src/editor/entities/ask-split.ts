import type * as vscode from 'vscode';
import { ENTITY_TYPES, isId, suggestId } from '../../core/entities';
import {
  countSpellings,
  linkedAnnotations,
  spellingsByPost,
  type LinkedAnnotation,
  type NameInPost,
  type Splitting,
} from '../../core/identities';
import { postLabel, shortDate } from '../../core/lists';
import { quoted, shortened } from '../../core/text';
import { PlaceViewer } from '../rows/show-place';
import { ask, askInTurn, askText, type Question, type Turn } from '../ui/steps';
import { joined, many } from '../ui/words';
import { named } from './describe-change';
import type { EntitiesTarget } from './meant-entities';
import { say } from '../ui/say';

/** A split as the person wants it, without the signature. */
export type Wish = Omit<Splitting, 'signature'>;

/** Asks for the spellings, the shared spellings, the annotations, the posts, the name and the type. Null when the person turned away. */
export async function askSplit(target: EntitiesTarget): Promise<Wish | null> {
  const wizard = new SplitQuestions(target);
  return (await wizard.ask()) ? wizard.wish() : null;
}

/** The number of questions; those without a choice are skipped. */
const ALL = 6;

class SplitQuestions {
  readonly #target: EntitiesTarget;
  #spellings: readonly string[] = [];
  #shared: readonly string[] = [];
  #annotations: readonly LinkedAnnotation[] | null = null;
  #posts: readonly NameInPost[] = [];
  #name = '';
  #type: string;

  constructor(target: EntitiesTarget) {
    this.#target = target;
    this.#type = target.first.type;
  }

  ask(): Promise<boolean> {
    return askInTurn([
      () => this.#askSpellings(),
      () => this.#askShared(),
      () => this.#askAnnotations(),
      () => this.#askPosts(),
      () => this.#askName(),
      () => this.#askType(),
    ]);
  }

  wish(): Wish {
    const { archive, first } = this.#target;
    const id = suggestId(this.#name, new Set(archive.core.registry.byId.keys()));
    return {
      ...{ kind: 'split', entity: first.id, made: { id, name: this.#name, type: this.#type } },
      ...{ spellings: this.#spellings, shared: this.#shared, annotations: this.#annotations ?? [], posts: this.#posts },
    };
  }

  #title(step: number, what: string): string {
    return `Split ${named(this.#target.first)} (${step}/${ALL}): ${what}`;
  }

  async #askSpellings(): Promise<Turn> {
    const { archive, first } = this.#target;
    const items = countSpellings(archive.core, first.id).map(({ text, mentions }) => ({
      label: text,
      description: joined([many(mentions, 'mention'), text === first.name ? 'the name, which both then have' : null]),
      text,
    }));
    return this.#several(
      1,
      'Spellings',
      'Tick the spellings of the new entity, if any',
      items,
      ({ text }) => this.#spellings.includes(text),
      (ticked) => {
        this.#spellings = ticked.map(({ text }) => text);
        this.#shared = this.#shared.filter((text) => this.#spellings.includes(text));
      },
    );
  }

  async #askShared(): Promise<Turn> {
    const { name } = this.#target.first;
    const items = this.#spellings.filter((text) => text !== name).map((text) => ({ label: text, text }));
    if (items.length === 0) return this.#skip();
    return this.#several(
      2,
      'Shared Spellings',
      `Tick the spellings that may still mean ${named(this.#target.first)} too`,
      items,
      ({ text }) => this.#shared.includes(text),
      (ticked) => (this.#shared = ticked.map(({ text }) => text)),
    );
  }

  async #askAnnotations(): Promise<Turn> {
    const { archive, first } = this.#target;
    const linked = linkedAnnotations(archive.core, first.id);
    if (linked.length === 0) return this.#skip();
    const chosen = this.#annotations;
    const items = linked.map((one) => ({
      label: shortened(one.annotation.quote, 70),
      detail: joined([
        one.post && postLabel({ path: one.path, post: one.post }),
        one.annotation.scope === 'post' ? 'for the whole post' : null,
        one.annotation.tags.join(', '),
        one.annotation.note,
      ]),
      one,
    }));
    return this.#several(
      3,
      'Annotations',
      'Tick the annotations about the new entity. The editor shows the active one.',
      items,
      // At first, the annotations that quote a spelling of the new entity alone are ticked.
      ({ one }) =>
        chosen
          ? chosen.some(({ annotation }) => annotation === one.annotation)
          : this.#spellings.includes(one.annotation.quote) && !this.#shared.includes(one.annotation.quote),
      (ticked) => (this.#annotations = ticked.map(({ one }) => one)),
      ({ one }) => (one.span ? { path: one.path, span: one.span } : null),
    );
  }

  async #askPosts(): Promise<Turn> {
    const { archive, first } = this.#target;
    const gone = this.#spellings.filter((text) => text !== first.name && !this.#shared.includes(text));
    const kept = [first.name, ...first.aliases].filter((text) => !gone.includes(text));
    const places = spellingsByPost(archive.core, first.id, kept);
    if (places.length === 0) return this.#skip();
    const items = places.map((one) => {
      const post = archive.core.text(one.path)?.posts.find(({ id }) => id === one.post);
      const title = post ? postLabel({ path: one.path, post }) : one.post;
      return {
        label: one.spelling,
        description: many(one.mentions, 'mention'),
        detail: joined([title, post?.date && shortDate(post.date), one.path]),
        one,
      };
    });
    const same = (a: NameInPost, b: NameInPost) => a.path === b.path && a.post === b.post && a.spelling === b.spelling;
    return this.#several(
      4,
      'Posts',
      'Tick the posts where a name means the new entity',
      items,
      ({ one }) => this.#posts.some((other) => same(one, other)),
      (ticked) => (this.#posts = ticked.map(({ one }) => one)),
      ({ one }) => one,
    );
  }

  async #askName(): Promise<Turn> {
    if (this.#spellings.length + (this.#annotations?.length ?? 0) + this.#posts.length === 0) {
      say(
        'Nothing was ticked for the new entity, so nothing was split. Tick a spelling, an annotation or a post of it.',
      );
      return 'away';
    }
    const longest = [...this.#spellings].sort((a, b) => b.length - a.length)[0];
    const name = await askText({
      title: this.#title(5, 'Name'),
      prompt: 'The full name of the new entity',
      value: this.#name || (longest ?? this.#annotations?.[0]?.annotation.quote ?? ''),
      refuse: (value) => (canName(inOneLine(value)) ? null : 'A name needs a letter or a digit.'),
    });
    if (typeof name !== 'string') return this.#turned(name === null ? 'back' : 'away');
    this.#name = inOneLine(name);
    return this.#turned('on');
  }

  async #askType(): Promise<Turn> {
    const own = this.#target.archive.core.registry.entities.map(({ type }) => type);
    const items = [...new Set<string>([this.#target.first.type, ...ENTITY_TYPES, ...own])].map((type) => ({
      label: type,
      type,
    }));
    const answer = await ask({
      ...{ title: this.#title(6, `What Is ${quoted(this.#name)}?`), placeholder: 'Its type', items, back: true },
      active: items.find(({ type }) => type === this.#type),
    });
    if (typeof answer === 'string') return this.#turned(answer);
    this.#type = answer[0]?.type ?? this.#type;
    return this.#turned('on');
  }

  /** Whether the person went back: a question without choices then leads further back. */
  #back = false;

  #skip(): Turn {
    return this.#back ? 'back' : 'on';
  }

  #turned(turn: Turn): Turn {
    this.#back = turn === 'back';
    return turn;
  }

  async #several<T extends vscode.QuickPickItem>(
    step: number,
    what: string,
    placeholder: string,
    items: readonly T[],
    isTicked: (item: T) => boolean,
    keep: (ticked: readonly T[]) => void,
    placeOf?: (item: T) => { readonly path: string; readonly span: NameInPost['span'] } | null,
  ): Promise<Turn> {
    const viewer = placeOf && new PlaceViewer(this.#target.archive);
    const question: Question<T> = {
      title: this.#title(step, what),
      ...{ placeholder, items, back: step > 1, ticked: items.filter(isTicked) },
      onMove:
        placeOf &&
        ((item) => {
          const place = placeOf(item);
          if (place) viewer?.show(place.path, place.span);
        }),
    };
    const answer = await ask(question);
    await viewer?.close();
    if (typeof answer === 'string') return this.#turned(answer);
    keep(answer);
    return this.#turned('on');
  }
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function canName(name: string): boolean {
  return isId(suggestId(name)) && /[\p{L}\p{N}]/u.test(name);
}
