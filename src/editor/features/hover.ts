import * as vscode from 'vscode';
import {
  entityStatistics,
  mentionAt,
  type EntityStatistics,
  type Mention,
  type PlacedAnnotation,
} from '../../core/index';
import type { Archives, TextInArchive } from '../archives';
import { toOffset, toRange } from '../convert';
import { annotationLink, mentionLink } from '../commands/target';
import { escapeMarkdown } from '../escape-markdown';

/** Shows a card for the entity, and the annotations, under the pointer. */
export function registerHover(archives: Archives): vscode.Disposable {
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
          ...(mention ? [entityCard(found, mention)] : []),
          ...annotations.map((placed) => annotationCard(found, placed)),
        ];
        const span = mention?.span ?? annotations[0]?.anchor.span;
        return span ? new vscode.Hover(cards, toRange(text.lines, span)) : undefined;
      },
    },
  );
}

/** The commands that a card may run. Everything else in it is text, whatever the registry says. */
const CARD_COMMANDS = [
  'postgloss.showMentions',
  'postgloss.previousMentionOfEntity',
  'postgloss.nextMentionOfEntity',
  'postgloss.editEntity',
  'postgloss.notThisEntity',
  'postgloss.changeTags',
  'postgloss.writeNote',
  'postgloss.deleteAnnotation',
  'postgloss.openAnnotationRecord',
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
  if (mention.decided) markdown.appendMarkdown(' · linked by hand');
  if (mention.others.length > 0) {
    const others = mention.others.map((other) => other.name).join(', ');
    paragraph(markdown)
      .appendMarkdown('This spelling may also mean ')
      .appendMarkdown(escapeMarkdown(`${others}.`));
  }
  if (entity.aliases.length > 0)
    paragraph(markdown)
      .appendMarkdown('Also: ')
      .appendMarkdown(escapeMarkdown(entity.aliases.join(', ')));
  if (entity.description) paragraph(markdown).appendMarkdown(escapeMarkdown(entity.description));
  appendLinks(markdown, entity.links);
  const post = found.text.postAt(mention.span.start);
  paragraph(markdown).appendMarkdown(countLine(entityStatistics(found.archive.annotator, entity.id, found.text, post)));
  const link = (command: string, label: string) => `[${label}](${mentionLink(command, found, mention)})`;
  paragraph(markdown).appendMarkdown(
    [
      link('showMentions', 'All mentions'),
      link('previousMentionOfEntity', 'Previous'),
      link('nextMentionOfEntity', 'Next'),
      link('editEntity', 'Edit'),
      link('notThisEntity', 'Not this one'),
    ].join(' · '),
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

/** Only addresses of the web become links; an identifier or anything else stays text. */
function appendLinks(markdown: vscode.MarkdownString, links: ReadonlyMap<string, string>): void {
  if (links.size === 0) return;
  paragraph(markdown);
  let first = true;
  for (const [name, target] of links) {
    if (!first) markdown.appendMarkdown(' · ');
    first = false;
    const address = webAddress(target);
    if (address === null) markdown.appendMarkdown(escapeMarkdown(`${name}: ${target}`));
    else markdown.appendMarkdown('[').appendMarkdown(escapeMarkdown(name)).appendMarkdown(`](${address})`);
  }
}

function webAddress(text: string): string | null {
  try {
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
    return url.href.replace(/[()<>[\]\\"'\s]/g, (unit) => `%${unit.charCodeAt(0).toString(16)}`);
  } catch {
    return null;
  }
}

function annotationCard(found: TextInArchive, { annotation, anchor }: PlacedAnnotation): vscode.MarkdownString {
  const markdown = card();
  markdown.appendMarkdown('**Annotation**');
  if (annotation.tags.length > 0)
    markdown.appendMarkdown(' · ').appendMarkdown(escapeMarkdown(annotation.tags.join(', ')));
  const { registry } = found.archive.annotator;
  if (annotation.entity) {
    paragraph(markdown)
      .appendMarkdown('Means ')
      .appendMarkdown(escapeMarkdown(registry.byId.get(annotation.entity)?.name ?? annotation.entity));
  }
  if (annotation.not) {
    paragraph(markdown)
      .appendMarkdown('Not ')
      .appendMarkdown(escapeMarkdown(registry.byId.get(annotation.not)?.name ?? annotation.not));
  }
  if (annotation.note) paragraph(markdown).appendMarkdown(escapeMarkdown(annotation.note));
  if (anchor.state === 'changed')
    paragraph(markdown).appendMarkdown('The surroundings have changed since. Look whether it is the same.');
  const signed = [annotation.by, annotation.on].filter((part) => part !== null).join(', ');
  if (signed !== '') paragraph(markdown).appendMarkdown(escapeMarkdown(signed));
  const link = (command: string, label: string) => `[${label}](${annotationLink(command, found, annotation)})`;
  paragraph(markdown).appendMarkdown(
    [
      link('changeTags', 'Change tags'),
      link('writeNote', annotation.note ? 'Edit note' : 'Write note'),
      link('deleteAnnotation', 'Delete'),
      link('openAnnotationRecord', 'Show record'),
    ].join(' · '),
  );
  return markdown;
}

function paragraph(markdown: vscode.MarkdownString): vscode.MarkdownString {
  return markdown.appendMarkdown('\n\n');
}
