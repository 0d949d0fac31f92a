import { OpenArchive } from '../../core/archive';
import { parseQuery, type Query } from '../../core/query';
import { concordance, search, unanswerable, type SearchResults } from '../../core/search';
import { visible } from '../../core/text';
import { command, type Call } from '../call/command';
import { UsageError } from '../call/usage-error';
import { createHost } from '../files/host';
import { refuseBroken } from '../files/understood';
import { findArchive, type WholeArchive } from '../files/whole-archive';
import { csvText } from '../output/csv';
import { printDocument } from '../output/printer';
import { kwicText } from '../reports/found-kwic';
import { foundMarkdown } from '../reports/found-markdown';
import { foundRows } from '../reports/found-rows';
import { columnOf, foundSummary, foundText } from '../reports/found-text';

type FindCall = Call<'csv' | 'markdown' | 'kwic' | 'count'>;

/** Answers a query over the whole archive that a folder belongs to. */
export const find = command({
  name: 'find',
  parameters: 'QUERY [DIR]',
  summary: 'Find posts, passages, mentions or entities: tag:claim date:2016 "sea wall" show:passages',
  fields: 'query show total results'.split(' '),
  flags: ['csv', 'markdown', 'kwic', 'count'],
  single: true,
  async run(call) {
    const [text, ...folders] = call.paths;
    if (text === undefined) throw new UsageError('No QUERY is given: find \'tag:claim "sea wall"\'.');
    const forms = [call.json, call.csv, call.markdown, call.kwic, call.count].filter((given) => given);
    if (forms.length > 1) throw new UsageError('find prints one of --json, --csv, --markdown, --kwic and --count.');
    const query = understood(text);
    if (call.kwic && query.show === 'entities') {
      throw new UsageError('--kwic shows places, and entities have none: leave out show:entities.');
    }
    const whole = await findArchive('find', folders, call.io);
    const archive = await openArchive(whole, call);
    const results = search(archive, query);
    for (const { message, span } of results.notices) {
      call.io.stderr(`postgloss: the query, ${columnOf(text, span.start)}: ${visible(message)}\n`);
    }
    print(call, text, query, results, archive, whole);
    archive.dispose();
    return results.total > 0 ? 0 : 1;
  },
});

/** Throws a `UsageError` with the place of the mistake for a query that cannot be understood, or not be answered here. */
function understood(text: string): Query {
  const parsed = parseQuery(text);
  const mistake = parsed.ok ? unanswerable(parsed.query, { me: false, isRead: false }) : parsed;
  if (mistake) throw new UsageError(`the query, ${columnOf(text, mistake.span.start)}: ${mistake.message}`);
  if (!parsed.ok) throw new UsageError(parsed.message);
  return parsed.query;
}

/** Reads an archive. Files that cannot be read are reported, and left out. */
async function openArchive({ root, shown }: WholeArchive, { io }: FindCall): Promise<OpenArchive> {
  const archive = new OpenArchive(createHost(root));
  await archive.open();
  refuseBroken(shown('postgloss.yaml'), archive.manifest);
  refuseBroken(shown('entities.gloss.yaml'), archive.registry);
  await archive.lookBack(null);
  for (const [path, why] of archive.unreadable) io.stderr(`postgloss: ${visible(shown(path))}: ${visible(why)}\n`);
  return archive;
}

function print(
  call: FindCall,
  text: string,
  query: Query,
  results: SearchResults,
  archive: OpenArchive,
  { shown }: WholeArchive,
): void {
  const { io } = call;
  const isGrouped = query.group !== null;
  if (call.json) {
    const { show, total } = results;
    printDocument(call, { query: text, show, total, results: foundRows(results, shown, isGrouped) });
  } else if (call.csv) {
    const rows = foundRows(results, shown, isGrouped);
    io.stdout(csvText(Object.keys(rows[0] ?? {}), rows));
  } else if (call.markdown) io.stdout(foundMarkdown(text, results, shown, isGrouped));
  else if (call.count) io.stdout(`${results.total}\n`);
  else {
    io.stdout(call.kwic ? kwicText(concordance(archive, query, results)) : foundText(results, shown, isGrouped));
    io.stderr(`${foundSummary(results)}\n`);
  }
}
