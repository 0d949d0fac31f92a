import type { Entity, Registry } from '../entities/registry';
import type { Mention } from '../mentions/mention';
import { scopeOf, type Expression, type Query, type Term } from '../query/query';
import type { Scope } from '../query/keys';
import { both, either, not, type Condition, type PlacedCondition } from './condition';
import { NamedEntities } from './entities';
import { nearCondition, placedCondition, termCondition, type Around } from './terms';

/** A query that is ready to be asked of texts. */
export interface Plan {
  readonly query: Query;
  readonly scope: Scope;
  readonly condition: Condition;
  /** The terms with places that are not negated: these places are what a person wants to see of a post. */
  readonly placed: readonly PlacedCondition[];
  /** The entities of a mention that are asked for; none where others are. */
  readonly meant: (mention: Mention) => readonly Entity[];
}

/** Prepares a query for the texts that follow a registry. */
export function planOf(query: Query, registry: Registry, about: Omit<Around, 'entities'>): Plan {
  const around = { ...about, entities: new NamedEntities(registry) };
  const shown: (Term | (Expression & { kind: 'near' }))[] = [];
  const compile = (expression: Expression, isAsked: boolean): Condition => {
    switch (expression.kind) {
      case 'and':
      case 'or': {
        const parts = expression.terms.map((term) => compile(term, isAsked));
        return expression.kind === 'and' ? both(parts) : either(parts);
      }
      case 'not':
        return not(compile(expression.term, !isAsked));
      case 'near':
        if (isAsked) shown.push(expression);
        return nearCondition(expression, around);
      case 'text':
      case 'regex':
      case 'filter':
        if (isAsked) shown.push(expression);
        return termCondition(expression, around);
    }
  };
  const condition = query.expression ? compile(query.expression, true) : EVERYTHING;
  const placed = shown.flatMap((term): PlacedCondition[] => {
    if (term.kind === 'near') return [nearCondition(term, around)];
    if (term.kind === 'filter' && !['tag', 'entity', 'type'].includes(term.key)) return [];
    return [placedCondition(term, around)];
  });
  const companions = shown.flatMap((term) =>
    term.kind === 'filter' && term.key === 'with' ? (placedCondition(term, around).fits ?? []) : [],
  );
  const tests = placed.flatMap(({ fits }) => fits ?? []);
  const meant = (mention: Mention) => {
    if (companions.some((fits) => fits(mention))) return [];
    if (mention.others.length === 0) {
      return tests.length === 0 || tests.some((fits) => fits(mention)) ? [mention.entity] : [];
    }
    // A name of several counts for those of whom the query says that open names count.
    const owners = [mention.entity, ...mention.others];
    return owners.filter((owner) => tests.some((fits) => fits({ ...mention, entity: owner, others: [owner] })));
  };
  return { query, scope: scopeOf(query), condition, placed, meant };
}

const EVERYTHING: Condition = { candidates: () => null, holds: () => true };
