import type { OpenArchive } from '../archive/open-archive';
import { collect, type CollectOptions } from './collect';
import type { Format, TextFiles, WriteOptions } from './format';
import { Losses } from './losses';
import type { Exchange, ExchangeSpan, HeldField, Loss } from './model';

/** The files of an export. */
export interface Exported {
  readonly files: TextFiles;
  /** The number of annotations in them, with computed mentions. */
  readonly annotations: number;
  readonly losses: readonly Loss[];
}

/**
 * Writes an archive in a format. The same archive gives the same bytes, on any day and in any place.
 *
 * @param options what is left out is what the format does by itself
 */
export function exportArchive(
  archive: OpenArchive,
  format: Format,
  options: Partial<CollectOptions> & Partial<WriteOptions> = {},
): Exported {
  const { per: wanted = format.per, mentions = format.mentions } = options;
  const per = format.quotesOnly ? format.per : wanted;
  const { dialect = null, flavour = null, group = 'tag' } = options;
  const losses = new Losses();
  const written = { dialect, flavour, group };
  const fitting = fit(collect(archive, { per, mentions }, losses), format, written, losses);
  const files = format.write?.(fitting, written, losses) ?? new Map<string, string>();
  const annotations = fitting.documents.reduce((sum, { spans }) => sum + spans.length, 0);
  return { files, annotations, losses: losses.all };
}

/** Leaves out what the format cannot hold, and says so. */
function fit(exchange: Exchange, format: Format, options: WriteOptions, losses: Losses): Exchange {
  const held = format.holds(options);
  const lost = Object.entries(WORDS).filter(([field]) => !held.includes(field as HeldField));
  // A codebook or a list of posts is about other things than annotations, and so loses none.
  if (held.length === 0) {
    return { ...exchange, documents: exchange.documents.map((document) => ({ ...document, spans: [] })) };
  }
  const fits = (span: ExchangeSpan) => {
    if (!format.quotesOnly && span.place === null) {
      losses.add(
        'annotation',
        `Its place is in doubt, and ${format.name} can hold no passage without a place.`,
        span.id,
      );
      return false;
    }
    // A mention that is computed is an entity's name, in whatever form a format has for that.
    if (span.computed) return true;
    if (!SAYING.some((field) => held.includes(field) && (span[field] ?? '').length > 0)) {
      losses.add('annotation', `${format.name} has no place for anything that it says.`, span.id);
      return false;
    }
    for (const [field, what] of lost) {
      const value = span[field as HeldField];
      if (value !== null && value.length > 0) losses.add(what, `${format.name} has no place for it.`, span.id);
    }
    return true;
  };
  return {
    ...exchange,
    documents: exchange.documents.map((document) => ({ ...document, spans: document.spans.filter(fits) })),
  };
}

const SAYING = ['tags', 'entity', 'not', 'note'] as const;

const WORDS: Readonly<Record<HeldField, string>> = {
  ...{ id: 'id', tags: 'tag', entity: 'entity', not: 'not', scope: 'scope', note: 'note', by: 'by', on: 'on' },
};
