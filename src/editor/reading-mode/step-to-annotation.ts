import { byPlace, type Span } from '../../core/text';
import { activeText } from '../archive/active-text';
import type { Archives } from '../archive/archives';
import { select } from '../archive/show';
import type { Command } from '../commands/command';
import { toOffset, toRange } from '../ui/convert';
import { whisper } from '../ui/say';

export const nextAnnotation: Command = {
  id: 'postgloss.nextAnnotation',
  run: ({ archives }) => step(archives, 1),
};

export const previousAnnotation: Command = {
  id: 'postgloss.previousAnnotation',
  run: ({ archives }) => step(archives, -1),
};

/** Selects the next or previous annotated passage from the cursor. At the end of the text it goes on at the start. */
async function step(archives: Archives, direction: 1 | -1): Promise<void> {
  const active = await activeText(archives);
  if (!active) return;
  const { text, editor } = active;
  const spans = text.annotations.flatMap(({ anchor }) => anchor.span ?? []).sort(byPlace);
  const { start, end } = editor.selection;
  const here = { start: toOffset(text.lines, start), end: toOffset(text.lines, end) };
  const next = direction === 1 ? after(spans, here) : before(spans, here);
  if (next) select(editor, toRange(text.lines, next));
  else whisper('This text has no annotation yet.');
}

/** The passage behind a selection. An empty selection at the start of a passage is before it. */
function after(spans: readonly Span[], here: Span): Span | undefined {
  const isEmpty = here.start === here.end;
  return spans.find((span) => (isEmpty ? span.start >= here.start : byPlace(span, here) > 0)) ?? spans[0];
}

function before(spans: readonly Span[], here: Span): Span | undefined {
  return spans.findLast((span) => byPlace(span, here) < 0) ?? spans.at(-1);
}
