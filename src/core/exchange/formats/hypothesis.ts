import { textOf, type ByteFiles, type Format } from '../format';
import { listIn, objectIn, objectsIn, readJson, textIn, type Json } from '../json';
import { NO_DOCUMENT, NO_SPAN, type ExchangeSpan } from '../model';

/** The JSON that the client of Hypothesis exports. Its numbers count in web pages, so that the quotes alone count here. */
export const HYPOTHESIS: Format = {
  ...{ name: 'hypothesis', usedBy: 'the export of Hypothesis', shape: 'file', ending: 'json' },
  ...{ per: 'file', mentions: 'none', quotesOnly: true, dialects: [], write: null },
  holds: () => [],
  read(files: ByteFiles) {
    const parsed = readJson(textOf(files, '') ?? '');
    if (!parsed.ok) return parsed;
    const all = objectIn({ all: parsed.value }, 'all') ?? {};
    if (!Array.isArray(all.annotations))
      return { ok: false, why: 'It has no list “annotations”, as the export of Hypothesis has.' };
    const annotations = objectsIn(all, 'annotations');
    const replies = new Map<string, Json[]>();
    for (const one of annotations) {
      // The first reference is the annotation that the thread began with.
      const [thread] = listIn(one, 'references');
      if (typeof thread === 'string') replies.set(thread, [...(replies.get(thread) ?? []), one]);
    }
    const spans = annotations.flatMap((one) => (listIn(one, 'references').length > 0 ? [] : [spanOf(one, replies)]));
    return { ok: true, reading: { documents: [{ ...NO_DOCUMENT, spans }], tags: [], skipped: [] } };
  },
};

function spanOf(annotation: Json, replies: ReadonlyMap<string, readonly Json[]>): ExchangeSpan {
  const selectors = objectsIn(annotation, 'target').flatMap((target) => objectsIn(target, 'selector'));
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector') ?? {};
  const thread = replies.get(textIn(annotation, 'id') ?? '') ?? [];
  const answers = thread.map((reply) => `${userOf(reply) ?? 'somebody'}: ${textIn(reply, 'text') ?? ''}`);
  const said = [textIn(annotation, 'text'), ...answers].filter((part) => part !== null);
  return {
    ...NO_SPAN,
    ...{ quote: textIn(quote, 'exact') ?? '', before: textIn(quote, 'prefix'), after: textIn(quote, 'suffix') },
    tags: listIn(annotation, 'tags').filter((tag) => typeof tag === 'string'),
    note: said.length > 0 ? said.join('\n\n') : null,
    ...{ by: userOf(annotation), on: textIn(annotation, 'created')?.slice(0, 10) ?? null },
  };
}

/** `acct:jo@hypothes.is` is jo. */
function userOf(annotation: Json): string | null {
  return textIn(annotation, 'user')?.replace(/^acct:|@.*$/g, '') ?? null;
}
