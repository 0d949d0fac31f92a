import { postLabel } from '../../core/lists';
import type { Post } from '../../core/posts';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { meansInPost } from '../../core/suggest';
import { quoted, type Span } from '../../core/text';
import { newStep } from '../archive/history';
import { say, whisper } from '../ui/say';
import { signature } from '../archive/signature';
import { nearest } from '../ui/nearest';
import { many } from '../ui/words';
import type { Command } from '../commands/command';
import type { SuggestionsContext } from './context';
import { suggestionTarget, type SuggestionTarget } from './suggestion-target';
import { choose } from '../ui/pick';

/**
 * Accepts a suggested spelling for one post, so that it means the entity in that post only. The row of a place means the post of that
 * place; else the person chooses among the posts with the spelling. A macro may name the post: `"post": "2016-05-04/…"`.
 */
export const acceptSuggestionInPost: Command<SuggestionsContext> = {
  id: 'postgloss.acceptSuggestionInPost',
  async run(context, argument) {
    const target = await suggestionTarget(context, argument);
    if (!target) return;
    const { archive, aliases, names } = target;
    const [alias] = aliases;
    if (!alias || aliases.length + names.length > 1) {
      const why = alias
        ? 'Choose a single spelling to accept it for one post.'
        : 'Only the spelling of a known entity can be accepted for one post. Accept the name first.';
      say(why);
      return;
    }
    const place = await choosePost(target, argument.text('post'));
    if (!place) return;
    const { path, post, span } = place;
    const text = archive.core.text(path);
    if (!text) return;
    const signed = await signature(archive.uriOf(path));
    const step = newStep(`${quoted(alias.text)} Means ${quoted(alias.entity.name)} in One Post`);
    const done = await archive.decide(step, [path + SIDECAR_SUFFIX], () =>
      meansInPost(text, nearest(text.text, span, alias.text), alias.entity.id, signed),
    );
    if (!done) return;
    whisper(`${quoted(alias.text)} now means ${quoted(alias.entity.name)} in ${quoted(postLabel({ path, post }))}.`);
    await target.goOn();
  },
};

interface InPost {
  readonly path: string;
  readonly post: Post;
  /** The first place of the spelling in the post. */
  readonly span: Span;
  /** The number of its places in the post. */
  readonly count: number;
}

async function choosePost(
  { archive, aliases, example }: SuggestionTarget,
  named: string | null,
): Promise<InPost | undefined> {
  const posts = new Map<Post, InPost>();
  const places = example ? [example] : aliases.flatMap(({ mentions }) => mentions);
  for (const { path, span } of places) {
    const post = archive.core.text(path)?.postAt(span.start);
    if (!post || (named !== null && post.id !== named)) continue;
    const known = posts.get(post);
    posts.set(post, known ? { ...known, count: known.count + 1 } : { path, post, span, count: 1 });
  }
  const all = [...posts.values()].sort((a, b) => b.count - a.count);
  if (all.length === 0) say('This place is in no post.');
  if (all.length < 2) return all[0];
  const items = all.map((one) => ({
    label: postLabel(one),
    description: [many(one.count, 'place'), one.post.date ?? '', one.path].filter((part) => part !== '').join(' · '),
    one,
  }));
  const title = `In which post does ${quoted(aliases[0]?.text ?? '')} mean ${quoted(aliases[0]?.entity.name ?? '')}?`;
  return (await choose(items, { title, matchOnDescription: true }))?.one;
}
