import type { ArchiveText } from '../../../core/archive';
import type { Entity } from '../../../core/entities';
import { linkTarget, type CitingAnnotation, type EntityPage } from '../../../core/entity-page';
import { longDate, postLabel, type MentioningPost } from '../../../core/lists';
import type { Mention } from '../../../core/mentions';
import { contextOf, shortened, visible } from '../../../core/text';
import { joined, many } from '../../ui/words';
import { lines, markup, type Markup } from './markup';
import type { PageMessage } from './messages';
import { timelinePicture } from './timeline-picture';

/** How many items of each list are shown; a line tells how many are left out. */
const MOST_POSTS = 50;
const MOST_IN_POST = 3;
const MOST_COMPANIONS = 20;
const MOST_ANNOTATIONS = 50;
const MOST_SPELLINGS = 100;

/**
 * The content of an entity's page: always the same sections in the same order, so that the page can replace a section without moving
 * others. Empty sections are hidden.
 *
 * @param textOf the text of a path, for the context of its mentions
 */
export function pageSections(page: EntityPage, textOf: (path: string) => ArchiveText | null): Markup {
  return markup`${heading(page)}
${section('spellings', 'Spellings', spellings(page))}
${section('links', 'Links', links(page))}
${section('timeline', 'Over time', overTime(page))}
${section('companions', 'Mentioned with', companions(page))}
${section('annotations', 'Annotations', annotations(page))}
${section('mentions', 'Mentions by post', mentions(page, textOf))}`;
}

/** A notice in place of the page, while the archive is read or after the entity was deleted. */
export function noticeSections(text: string): Markup {
  return markup`<header id="heading"><p role="status">${text}</p></header>`;
}

function heading({ entity, mentions: count, posts }: EntityPage): Markup {
  const dates = posts.flatMap(({ post }) => post?.date ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const when = first === undefined || last === undefined ? '' : first === last ? first : `${first} to ${last}`;
  const inPosts = posts.filter(({ post }) => post).length;
  const facts =
    count === 0 ? 'Not mentioned yet' : `${many(count, 'mention')} in ${many(inPosts, 'post')}${when && `, ${when}`}`;
  return markup`<header id="heading">
<h1 id="name">${entity.name}</h1>
<p class="quiet">${entity.type} · ${entity.id}</p>
${entity.description === null ? '' : markup`<p>${lines(entity.description)}</p>`}
<p>${facts}</p>
<p>${count === 0 ? '' : button({ kind: 'mentions' }, markup`Show all mentions`, 'action')} ${button({ kind: 'edit' }, markup`Edit in the registry`, 'action')}</p>
</header>`;
}

function spellings({ spellings: all }: EntityPage): Markup | null {
  const rows = all.slice(0, MOST_SPELLINGS).map(({ text, mentions: count }) => {
    const name = text === null ? markup`<em>linked by hand</em>` : markup`${text}`;
    return markup`<tr><th scope="row">${name}</th><td>${count}</td></tr>`;
  });
  return markup`<table><thead><tr><th scope="col">Spelling</th><th scope="col">Mentions</th></tr></thead><tbody>
${rows}
</tbody></table>${more(all.length - MOST_SPELLINGS)}`;
}

function links({ entity }: EntityPage): Markup | null {
  if (entity.links.size === 0) return null;
  const items = [...entity.links].map(([name, target]) => {
    const link = linkTarget(name, target);
    if (link === null) return markup`<li>${visible(name)}: ${visible(target)}</li>`;
    const { address, place } = link;
    return markup`<li><a href="${address}" title="${address}">${visible(name)}</a> <span class="quiet">${place}</span></li>`;
  });
  return markup`<ul>${items}</ul>`;
}

function overTime({ timeline, undated, outside }: EntityPage): Markup | null {
  const rest = joined(
    [
      undated > 0 ? `${many(undated, 'mention')} in posts without a date` : null,
      outside > 0 ? `${many(outside, 'mention')} outside of posts` : null,
    ],
    ', ',
  );
  if (!timeline && rest === '') return null;
  return markup`${timeline ? timelinePicture(timeline) : ''}${rest === '' ? '' : markup`<p class="quiet">Not in the picture: ${rest}.</p>`}`;
}

function companions({ companions: all }: EntityPage): Markup | null {
  if (all.length === 0) return null;
  const items = all.slice(0, MOST_COMPANIONS).map(({ entity, posts }) => {
    const name = markup`${entity.name}`;
    return markup`<li>${button({ kind: 'entity', entity: entity.id }, name)} <span class="quiet">${entity.type} · in ${many(posts, 'post')}</span></li>`;
  });
  return markup`<ul>${items}</ul>${more(all.length - MOST_COMPANIONS)}`;
}

function annotations({ annotations: all }: EntityPage): Markup | null {
  if (all.length === 0) return null;
  const items = all.slice(0, MOST_ANNOTATIONS).map((cited) => {
    const { annotation, path, post } = cited;
    const about = joined([
      RELATIONS[cited.relation],
      annotation.tags.join(', '),
      cited.anchor.span ? null : 'place not found',
      post ? postLabel({ path, post }) : path,
      post?.date && longDate(post.date),
    ]);
    const note = annotation.note === null ? '' : markup`<p>${lines(annotation.note)}</p>`;
    return markup`<li>${button(wayTo(cited), markup`“${shortened(annotation.quote, 300)}”`)} <span class="quiet">${about}</span>${note}</li>`;
  });
  return markup`<ul>${items}</ul>${more(all.length - MOST_ANNOTATIONS)}`;
}

const RELATIONS = { linked: 'linked to it', not: 'not this entity', mentions: null } as const;

/** The message that leads to the passage; where its place is lost, to the record. */
function wayTo({ annotation: { id, index }, anchor: { span }, path }: CitingAnnotation): PageMessage {
  return span ? { kind: 'place', path, ...span } : { kind: 'record', path, annotation: id ?? index };
}

function mentions({ entity, posts }: EntityPage, textOf: (path: string) => ArchiveText | null): Markup | null {
  if (posts.length === 0) return null;
  const items = posts
    .slice(0, MOST_POSTS)
    .map((entry) => mentioningPost(entity, entry, textOf(entry.path)?.text ?? ''));
  const left = posts.length - MOST_POSTS;
  const all = left > 0 ? button({ kind: 'mentions' }, markup`Show all mentions`, 'action') : '';
  return markup`<ol>${items}</ol>${more(left, 'post')}${all}`;
}

function mentioningPost(entity: Entity, { path, post, mentions: all }: MentioningPost, text: string): Markup {
  const title = post
    ? button({ kind: 'post', path, post: post.id }, markup`${postLabel({ path, post })}`)
    : markup`${path}, outside of posts`;
  const about = joined([post?.date && longDate(post.date), post?.source, many(all.length, 'mention')]);
  const shown = all.slice(0, MOST_IN_POST).map((mention) => mentionLine(entity, mention, text));
  return markup`<li><h3>${title} <span class="quiet">${about}</span></h3><ul>${shown}</ul>${more(all.length - MOST_IN_POST)}</li>`;
}

function mentionLine({ id }: Entity, { path, span, entity, others }: Mention, text: string): Markup {
  const { line, marked } = contextOf(text, span);
  const context = markup`${line.slice(0, marked.start)}<mark>${line.slice(marked.start, marked.end)}</mark>${line.slice(marked.end)}`;
  const rivals = [entity, ...others].filter((other) => other.id !== id).map(({ name }) => name);
  const doubt = rivals.length === 0 ? '' : markup` <span class="quiet">or ${rivals.join(', ')}</span>`;
  return markup`<li>${button({ kind: 'place', path, ...span }, context)}${doubt}</li>`;
}

function section(id: string, title: string, content: Markup | null): Markup {
  if (!content) return markup`<section id="${id}" hidden></section>`;
  return markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${content}
</section>`;
}

/** A button that sends a message. Its text must tell what it does. */
function button(message: PageMessage, content: Markup, kind: 'link' | 'action' = 'link'): Markup {
  return markup`<button type="button" class="${kind}" data-go="${JSON.stringify(message)}">${content}</button>`;
}

function more(left: number, noun = ''): Markup {
  if (left <= 0) return markup``;
  return markup`<p class="quiet">and ${noun === '' ? `${left} more` : many(left, `more ${noun}`)}</p>`;
}
