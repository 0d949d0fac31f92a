import * as vscode from 'vscode';
import {
  ENTITY_MATCHES,
  ENTITY_TYPES,
  isGlossFile,
  MANIFEST_FILE,
  REGISTRY_FILE,
  TAG_COLORS,
  type Manifest,
  type Registry,
} from '../../core/entities';
import { memo } from '../../core/memo';
import { FORMAT_NAMES } from '../../core/posts';
import { SIDECAR_SUFFIX } from '../../core/sidecar';
import { writeInline } from '../../core/yaml';
import type { Archive } from '../archive/archive';
import type { Archives } from '../archive/archives';
import { joined } from '../ui/words';
import { idSearch, type FoundNamed, type Named } from './id-search';
import { valueAt, type YamlValue } from './yaml-value';
import { inert } from '../ui/inert';

/** How many proposals are handed to the editor at once; typing narrows them. */
const MOST = 200;

/** A proposal for the value of a field. */
interface Proposal extends Named {
  /** The entity's name, the tag's description, or the post's title. */
  readonly name?: string;
  readonly detail?: string;
  readonly description?: string | null;
}

type Search = (typed: string) => FoundNamed<Proposal>;

/** Proposes values while a person writes a sidecar, the registry or `postgloss.yaml`: ids of entities, tags and posts; types, colours. */
export function registerCompletion(archives: Archives): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    [{ pattern: '**/*.gloss.yaml' }, { pattern: `**/${MANIFEST_FILE}` }],
    {
      async provideCompletionItems(document, position, token) {
        const value = isGlossFile(document.uri.path) ? valueAt(document, position) : null;
        const archive = value && archives.archiveOf(document.uri);
        const path = archive?.pathOf(document.uri) ?? null;
        if (!archive || path === null) return undefined;
        const search = await searchFor(archive, path, value.key);
        if (!search || token.isCancellationRequested) return undefined;
        const { found, complete } = search(value.typed);
        return new vscode.CompletionList(
          found.map((proposal, i) => itemOf(proposal, value, position, i)),
          !complete,
        );
      },
    },
    ' ',
    '"',
    "'",
    '-',
    '/',
  );
}

/** The search for values of a field in one of our files; null for a field that has no fixed values. */
async function searchFor(archive: Archive, path: string, key: string): Promise<Search | null> {
  const { core } = archive;
  await core.prepare();
  if (path === MANIFEST_FILE) return key === 'format' ? FORMAT_SEARCH : key === 'color' ? COLOR_SEARCH : null;
  if (path === REGISTRY_FILE) return key === 'type' ? typesOf(core.registry) : key === 'match' ? MATCH_SEARCH : null;
  switch (key) {
    case 'entity':
    case 'not':
      return entitiesOf(core.registry);
    case 'tags':
      return tagsOf(core.manifest);
    case 'post': {
      const text = await core.openText(path.slice(0, -SIDECAR_SUFFIX.length));
      const posts = text?.posts.map(({ id, title, date }) => {
        const name = title ?? '';
        return { id, texts: [name], name, ...(date === null ? {} : { detail: date }) };
      });
      return posts ? idSearch<Proposal>(posts, MOST) : null;
    }
    default:
      return null;
  }
}

const words = (all: readonly string[]) =>
  idSearch<Proposal>(
    all.map((id) => ({ id, texts: [] })),
    MOST,
  );

const FORMAT_SEARCH = words(FORMAT_NAMES);
const COLOR_SEARCH = words(TAG_COLORS);
const MATCH_SEARCH = words(ENTITY_MATCHES);

/** Kept for each registry: preparing ten thousand names anew at every keystroke would slow typing down. */
const entitiesOf = memo((registry: Registry) =>
  idSearch<Proposal>(
    registry.entities.map(({ id, name, type, aliases, description }) => {
      return { id, texts: [name, ...aliases], name, detail: type, description };
    }),
    MOST,
  ),
);

const tagsOf = memo((manifest: Manifest) =>
  idSearch<Proposal>(
    manifest.tags.map(({ id, description }) => ({ id, texts: [], ...(description ? { name: description } : {}) })),
    MOST,
  ),
);

const typesOf = memo((registry: Registry) =>
  words([...new Set([...ENTITY_TYPES, ...registry.entities.map(({ type }) => type)])]),
);

function itemOf(proposal: Proposal, value: YamlValue, position: vscode.Position, rank: number): vscode.CompletionItem {
  const { id, texts, name, detail, description } = proposal;
  const label = { label: inert(id), ...(name ? { description: inert(name) } : {}) };
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Reference);
  // The editor compares the typed text, quotation mark included, with `filterText` alone.
  item.filterText = value.quote + [id, ...texts].join(' ');
  item.insertText = inQuotes(id, value.quote);
  const inserting = new vscode.Range(value.range.start, position);
  item.range = { inserting, replacing: value.range };
  item.sortText = String(rank).padStart(4, '0');
  const about = joined([name && inert(name), detail && inert(detail)]);
  if (about !== '') item.detail = about;
  // Plain text, not Markdown: other people write the registry too.
  if (description) item.documentation = inert(description);
  return item;
}

/** An id in YAML: as `writeInline` quotes it, or within the quotation mark that the person has typed. */
function inQuotes(id: string, quote: YamlValue['quote']): string {
  if (quote === '') return writeInline(id);
  // Ids hold no quotation marks; the registry's types may.
  return id.includes(quote) || id.includes('\\') ? writeInline(id) : `${quote}${id}${quote}`;
}
