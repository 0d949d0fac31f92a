import type { Post } from '../posts/post';
import { isWithin, periodOf } from '../query/dates';
import type { Filter, Value } from '../query/query';
import { postsWith, type Condition } from './condition';
import type { TextFacts } from './facts';
import { namePattern } from './folding';

// Terms that ask for properties of posts: date, source, author, title, id, file.

export type HeaderKey = 'date' | 'after' | 'before' | 'source' | 'author' | 'title' | 'post' | 'file';

export function headerCondition({ values }: Filter, key: HeaderKey): Condition {
  if (key === 'date' || key === 'after' || key === 'before') return ofPosts(dateTest(key, values));
  const fits = byNames<string | null>(values, (name) => name);
  if (key === 'source' || key === 'author') {
    const lists = (facts: TextFacts) => (key === 'source' ? facts.bySource : facts.byAuthor);
    return ofPosts(
      ({ header }) => (key === 'source' ? fits(header.source) : header.authors.some(fits)),
      (facts) => postsWith(lists(facts), fits),
    );
  }
  if (key === 'file')
    return { candidates: (facts) => (fits(facts.text.path) ? null : []), holds: ({ facts }) => fits(facts.text.path) };
  return ofPosts(({ header }) => fits(header[key === 'post' ? 'id' : 'title']));
}

function dateTest(key: 'date' | 'after' | 'before', values: readonly Value[]): (post: Headed) => boolean {
  const periods = values.map((value) => periodOf(key, value));
  return ({ header: { date } }) =>
    values.some((value, i) => {
      if (value.kind === 'none') return date === null;
      const period = periods[i];
      return date !== null && (!period || isWithin(period, date));
    });
}

/** A post as its header tells of it. */
interface Headed {
  readonly facts: TextFacts;
  readonly header: Post;
}

/** A condition of posts, which holds nowhere outside of them. Without lists, each post of a text is asked. */
export function ofPosts(holds: (post: Headed) => boolean, candidates?: Condition['candidates']): Condition {
  return {
    candidates: candidates ?? ((facts) => facts.posts.flatMap((header, i) => (holds({ facts, header }) ? [i] : []))),
    holds: ({ facts, header }) => header !== null && holds({ facts, header }),
  };
}

/** A test by names, any of which fits. A thing without a name fits none, nor `*`. */
export function byNames<T>(values: readonly Value[], nameOf: (thing: T) => string | null): (thing: T) => boolean {
  const tests = values.map((value) => (value.kind === 'text' ? namePattern(value.text, value.quoted) : () => true));
  const fits = remembered((name) => tests.some((test) => test(name)));
  return (thing) => {
    const name = nameOf(thing);
    return name !== null && fits(name);
  };
}

/** The answers of a test, kept by its argument: thousands of posts have a few sources. */
export function remembered(test: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let answer = known.get(name);
    if (answer === undefined) known.set(name, (answer = test(name)));
    return answer;
  };
}
