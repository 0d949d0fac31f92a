import * as vscode from 'vscode';
import { needsReview, type PlacedAnnotation } from '../../core/anchor';
import { conflictOf } from '../../core/conflicts';
import { linkTarget } from '../../core/entity-page';
import { entityStatistics, mentionAt, type EntityStatistics } from '../../core/lists';
import type { Mention } from '../../core/mentions';
import { shortened } from '../../core/text';
import type { Archives, TextInArchive } from '../archive/archives';
import { toOffset, toRange } from '../ui/convert';
import { annotationLink, mentionLink } from '../commands/links';
import { escapeMarkdown } from '../ui/escape-markdown';
import type { Conflicts } from '../conflicts/conflicts';
import { appendConflict } from '../conflicts/conflict-card';

/** Shows a card for the entity, and the annotations, under the pointer. */
export function registerHover(archives: Archives, conflicts: Conflicts): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { pattern: '**/*' },
    {
      async provideHover(document, position) {
        const found = await archives.read(document);
        if (!found) return undefined;
        const { text } = found;
        const offset = toOffset(text.lines, position);
        const mention = mentionAt(text, offset);
        const annotations = text.annotations.filter(
          ({ anchor }) => anchor.span && anchor.span.start <= offset && offset <= anchor.span.end,
        );
        const cards = [
          ...(mention ? [mention.others.length > 0 ? ambiguousCard(found, mention) : entityCard(found, mention)] : []),
          ...annotations.map((placed) => annotationCard(found, placed, conflicts)),
        ];
        const span = mention?.span ?? annotations[0]?.anchor.span;
        return span ? new vscode.Hover(cards, toRange(text.lines, span)) : undefined;
      },
    },
  );
}

/** The commands that a card may run; a link to any other command, for example from the registry, does nothing. */
const CARD_COMMANDS = [
  'postgloss.showMentions',
  'postgloss.previousMentionOfEntity',
  'postgloss.nextMentionOfEntity',
  'postgloss.editEntity',
  'postgloss.openEntityPage',
  'postgloss.notThisEntity',
  'postgloss.mentionMeans',
  'postgloss.nameInPostMeans',
  'postgloss.changeTags',
  'postgloss.writeNote',
  'postgloss.deleteAnnotation',
  'postgloss.openAnnotationRecord',
  'postgloss.acceptPlace',
  'postgloss.keepOrphan',
  'postgloss.showReview',
  'postgloss.showEntityHistory',
  'postgloss.showAnnotationHistory',
  'postgloss.takeOurs',
  'postgloss.takeTheirs',
  'postgloss.takeBoth',
];

function card(): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.isTrusted = { enabledCommands: CARD_COMMANDS };
  return markdown;
}

function entityCard(found: TextInArchive, mention: Mention): vscode.MarkdownString {
  const { entity } = mention;
  const markdown = card();
  markdown
    .appendMarkdown('**')
    .appendMarkdown(escapeMarkdown(entity.name))
    .appendMarkdown('** · ')
    .appendMarkdown(escapeMarkdown(entity.type));
  if (mention.decided) markdown.appendMarkdown(mention.inPost ? ' · linked by hand in this post' : ' · linked by hand');
  if (mention.clear !== null)
    markdown.appendMarkdown(' · ').appendMarkdown(escapeMarkdown(`clear by “${mention.clear}” in the same post`));
  if (entity.aliases.length > 0)
    paragraph(markdown)
      .appendMarkdown('Also: ')
      .appendMarkdown(escapeMarkdown(entity.aliases.join(', ')));
  if (entity.description) paragraph(markdown).appendMarkdown(escapeMarkdown(entity.description));
  appendLinks(markdown, entity.links);
  const post = found.text.postAt(mention.span.start);
  paragraph(markdown).appendMarkdown(countLine(entityStatistics(found.archive.core, entity.id, found.text, post)));
  const link = (command: string, label: string) => `[${label}](${mentionLink(command, found, mention)})`;
  // A meaning inferred from another name in the post, or decided for the whole post, may be wrong here: offer to correct it.
  const other =
    mention.clear !== null || mention.inPost
      ? [link('mentionMeans', 'Another one here'), link('nameInPostMeans', 'Another one in this post')]
      : [];
  paragraph(markdown).appendMarkdown(
    [
      link('showMentions', 'All mentions'),
      link('previousMentionOfEntity', 'Previous'),
      link('nextMentionOfEntity', 'Next'),
      link('openEntityPage', 'Page'),
      link('editEntity', 'Edit'),
      link('showEntityHistory', 'History'),
      link('notThisEntity', 'Not this one'),
      ...other,
    ].join(' · '),
  );
  return markdown;
}

/** The card of an ambiguous name: each entity that it may mean, with links that decide for that entity. */
function ambiguousCard(found: TextInArchive, mention: Mention): vscode.MarkdownString {
  const markdown = card();
  const { start, end } = mention.span;
  const name = shortened(found.text.text.slice(start, end), 80);
  const owners = [mention.entity, ...mention.others];
  markdown
    .appendMarkdown('**')
    .appendMarkdown(escapeMarkdown(name))
    .appendMarkdown(`** · ambiguous: ${owners.length} entities go by it`);
  for (const { id, name: owner, type, description } of owners) {
    const link = (command: string, label: string) =>
      `[${label}](${mentionLink(command, found, mention, id)} "${escapeMarkdown(`${label}: ${owner}`)}")`;
    paragraph(markdown)
      .appendMarkdown(
        escapeMarkdown([owner, type, ...(description === null ? [] : [shortened(description, 120)])].join(' · ')),
      )
      .appendMarkdown(`  \n${link('mentionMeans', 'This mention')} · ${link('nameInPostMeans', 'In this post')}`);
  }
  const link = (command: string, label: string) => `[${label}](${mentionLink(command, found, mention)})`;
  paragraph(markdown).appendMarkdown(
    [link('mentionMeans', 'Somebody else here'), link('nameInPostMeans', 'Somebody else in this post')].join(' · '),
  );
  return markdown;
}

function countLine(statistics: EntityStatistics): string {
  const { inArchive, inText, inPost, posts, first, last } = statistics;
  const counts = [
    ...(inPost === null ? [] : [`${inPost} in this post`]),
    `${inText} in this file`,
    `${inArchive} in the archive, in ${posts} ${posts === 1 ? 'post' : 'posts'}`,
  ];
  const dates = first === null ? '' : first === last ? `, ${first}` : `, ${first} to ${last ?? first}`;
  return counts.join(' · ') + dates;
}

/** Adds the links of an entity: those that `linkTarget` accepts (web, mail, Wikidata) as links with the place they lead to, others as text. */
function appendLinks(markdown: vscode.MarkdownString, links: ReadonlyMap<string, string>): void {
  if (links.size === 0) return;
  paragraph(markdown);
  let first = true;
  for (const [name, target] of links) {
    if (!first) markdown.appendMarkdown(' · ');
    first = false;
    const link = linkTarget(name, target);
    if (link === null) markdown.appendMarkdown(escapeMarkdown(`${name}: ${target}`));
    else {
      markdown.appendMarkdown(`[${escapeMarkdown(name)}](${inMarkdown(link.address)})`);
      markdown.appendMarkdown(` (${escapeMarkdown(link.place)})`);
    }
  }
}

/** An address in a form that cannot end its Markdown link early. */
function inMarkdown(address: string): string {
  return address.replace(/[()<>[\]\\"'\s]/g, (unit) => `%${unit.charCodeAt(0).toString(16)}`);
}

function annotationCard(
  found: TextInArchive,
  { annotation, anchor }: PlacedAnnotation,
  conflicts: Conflicts,
): vscode.MarkdownString {
  const markdown = card();
  markdown.appendMarkdown('**Annotation**');
  if (annotation.tags.length > 0)
    markdown.appendMarkdown(' · ').appendMarkdown(escapeMarkdown(annotation.tags.join(', ')));
  const { registry } = found.archive.core;
  const where = annotation.scope === 'post' ? 'In this post, ' : '';
  if (annotation.entity) {
    paragraph(markdown)
      .appendMarkdown(where === '' ? 'Means ' : `${where}means `)
      .appendMarkdown(escapeMarkdown(registry.byId.get(annotation.entity)?.name ?? annotation.entity));
  }
  if (annotation.not) {
    paragraph(markdown)
      .appendMarkdown(where === '' ? 'Not ' : `${where}not `)
      .appendMarkdown(escapeMarkdown(registry.byId.get(annotation.not)?.name ?? annotation.not));
  }
  if (annotation.note) paragraph(markdown).appendMarkdown(escapeMarkdown(annotation.note));
  const unmerged = found.text.sidecar.conflicts !== null;
  if (needsReview({ annotation, anchor }) && !unmerged) appendDoubt(markdown, found, { annotation, anchor });
  const signed = [annotation.by, annotation.on].filter((part) => part !== null).join(', ');
  const inConflict = conflictOf(found.text.sidecar, annotation);
  // In a conflict, `appendConflict` names the author of each side.
  if (signed !== '' && !inConflict) paragraph(markdown).appendMarkdown(escapeMarkdown(signed));
  const link = (command: string, label: string) => `[${label}](${annotationLink(command, found, annotation)})`;
  if (unmerged) {
    appendConflict(markdown, found, inConflict, conflicts);
    markdown.appendMarkdown(
      [link('showReview', 'Show in Review'), link('openAnnotationRecord', 'Show record')].join(' · '),
    );
    return markdown;
  }
  paragraph(markdown).appendMarkdown(
    [
      link('changeTags', 'Change tags'),
      link('writeNote', annotation.note ? 'Edit note' : 'Write note'),
      link('deleteAnnotation', 'Delete'),
      link('openAnnotationRecord', 'Show record'),
      link('showAnnotationHistory', 'History'),
    ].join(' · '),
  );
  return markdown;
}

/** Adds to the card of an annotation at an uncertain place its original words and the links that settle the place. */
function appendDoubt(
  markdown: vscode.MarkdownString,
  found: TextInArchive,
  { annotation, anchor }: PlacedAnnotation,
): void {
  const { span, found: evidence } = anchor;
  const same = span && evidence === 'quote';
  const said = same
    ? 'The surroundings have changed since. Look whether it is the same passage.'
    : `The annotated text was “${shortened(annotation.quote, 200)}”. Look whether this is still the same passage.`;
  paragraph(markdown).appendMarkdown(escapeMarkdown(said));
  const link = (command: string, label: string) => `[${label}](${annotationLink(command, found, annotation)})`;
  paragraph(markdown).appendMarkdown(
    [
      link('acceptPlace', 'Accept this place'),
      link('keepOrphan', 'Keep as orphan'),
      link('showReview', 'Show in Review'),
    ].join(' · '),
  );
}

function paragraph(markdown: vscode.MarkdownString): vscode.MarkdownString {
  return markdown.appendMarkdown('\n\n');
}
