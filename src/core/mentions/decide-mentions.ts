import { resolveNames, type NameFacts } from './resolve-names';
import type { Mentions } from '../match';
import type { Sidecar } from '../sidecar/read-sidecar';
import type { Mention } from './mention';
import { SEVERAL, soleOwners, type Lexicon } from './lexicon';

/** Makes mentions out of the matches of a registry and people's decisions. In the order of the text. */
export function decideMentions(matches: Mentions, facts: Omit<NameFacts, 'rejected' | 'taken'>): readonly Mention[] {
  const { path, lexicon, annotations } = facts;
  const decisions = annotations.filter(
    ({ annotation: { entity, not, scope } }) => scope !== 'post' && (entity !== null || not !== null),
  );
  const rejected = new Map<string, Set<string>>();
  const linked: Mention[] = [];
  for (const { annotation, anchor } of decisions) {
    if (anchor.state !== 'exact' || !anchor.span) continue;
    const { span } = anchor;
    const entity = annotation.entity === null ? undefined : lexicon.registry.byId.get(annotation.entity);
    const said = { others: [], alias: null, decided: true, inPost: false, clear: null };
    if (entity) linked.push({ path, span, entity, ...said });
    if (annotation.not === null) continue;
    const key = `${span.start}-${span.end}`;
    rejected.set(key, (rejected.get(key) ?? new Set()).add(annotation.not));
  }
  const taken = new Set(linked.map(({ span }) => `${span.start}-${span.end}`));
  const anyDecided = rejected.size > 0 || taken.size > 0;
  const mentions: Mention[] = [];
  for (let i = 0; i < matches.count; i++) {
    const span = { start: matches.start(i), end: matches.end(i) };
    const key = anyDecided ? `${span.start}-${span.end}` : '';
    if (taken.has(key)) continue;
    const form = matches.form(i);
    const not = rejected.get(key);
    const all = lexicon.owners(form);
    const owners = not ? all.filter((owner) => !not.has(owner.id)) : all;
    const [entity] = owners;
    if (!entity) continue;
    const others = owners.length > 1 ? owners.slice(1) : NONE;
    const alias = lexicon.matcher.formText(form);
    mentions.push({ path, span, entity, others, alias, decided: false, inPost: false, clear: null });
  }
  const resolved = resolveNames(mentions, { ...facts, rejected, taken });
  // The matches are in order already; a linked passage may lie anywhere.
  return linked.length === 0 ? resolved : [...resolved, ...linked].sort((a, b) => a.span.start - b.span.start);
}

/** Shared by the mentions of which only one entity can be meant: nearly all. */
const NONE: readonly never[] = [];

/** Whether each match is a mention of its form's only owner: no form is ambiguous, and no annotation links or rejects a mention. */
export function isPlain({ forms }: Mentions, lexicon: Lexicon, { annotations }: Sidecar): boolean {
  if (annotations.some(({ entity, not }) => entity !== null || not !== null)) return false;
  const owners = soleOwners(lexicon);
  // A loop, as a call for each of half a million matches would be slow when an archive is opened.
  for (const form of forms) if (owners[form] === SEVERAL) return false;
  return true;
}
