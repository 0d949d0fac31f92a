import assert from 'node:assert/strict';
import { parseQuery } from '../../../src/core/query/parse-query';
import type { Query } from '../../../src/core/query/query';

/** A query that is expected to be understood. */
export function query(text: string): Query {
  const parsed = parseQuery(text);
  assert.ok(parsed.ok, parsed.ok ? '' : `${text}: ${parsed.message}`);
  return parsed.query;
}
