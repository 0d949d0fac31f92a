// Work is counted, not timed: a count is the same on a busy machine. `counted-bundle.ts` puts a counter into each function and loop. What
// happens inside built-in functions is added here: how many elements or code units one of them walks over.
//
// Not counted: going back and forth within one match of a regular expression, and copies of strings by `+`.

/** Grows by one with each function and loop of a bundle that counts. */
const counter: Float64Array = Object.hasOwn(globalThis, '__work')
  ? (Reflect.get(globalThis, '__work') as Float64Array)
  : new Float64Array(1);

/** How much work a function does until what it returns is there. */
export async function countWork(run: () => unknown): Promise<number> {
  counter[0] = 0;
  walked = 0;
  const restore = countBuiltIns();
  try {
    await run();
  } finally {
    restore();
  }
  return walked + counter.reduce((sum, count) => sum + count, 0);
}

/** What built-in functions walked over. */
let walked = 0;

interface Walkable {
  readonly length: number;
}
type Method = (this: Walkable, ...given: unknown[]) => unknown;
type Cost = (self: Walkable, result: unknown, given: readonly unknown[]) => number;

const whole: Cost = ({ length }) => length;
const made: Cost = (_, result) => (result as Walkable).length;
const given: Cost = (_, __, [first]) => (first as Partial<Walkable> | undefined)?.length ?? 0;
/** Of a search: up to what it found. */
const found: Cost = ({ length }, result, [, from = 0]) =>
  Math.max(0, (result === -1 ? length : (result as number)) - (from as number)) + 1;
const foundBackwards: Cost = ({ length }, result, [, from = length]) =>
  Math.max(0, Math.min(length, from as number) - (result as number)) + 1;
/** Of a search that does not tell where it found something: one that does counts itself. */
const contained: Cost = (self, _, [wanted, from]) => {
  (self as unknown as string).indexOf(wanted as string, from as number | undefined);
  return 0;
};

/** Built-in functions that walk, and over how much. */
const WALKS: readonly (readonly [object, Readonly<Record<string, Cost>>])[] = [
  [
    Array.prototype,
    {
      ...{
        indexOf: found,
        includes: contained,
        lastIndexOf: foundBackwards,
        slice: made,
        concat: made,
        splice: whole,
        shift: whole,
      },
      ...{
        unshift: whole,
        reverse: whole,
        toReversed: whole,
        join: whole,
        fill: whole,
        toSorted: whole,
        sort: whole,
        with: whole,
      },
    },
  ],
  [
    String.prototype,
    {
      ...{
        indexOf: found,
        includes: contained,
        lastIndexOf: foundBackwards,
        startsWith: given,
        endsWith: given,
        split: whole,
      },
      ...{ replace: whole, replaceAll: whole, repeat: made, padStart: made, padEnd: made, normalize: whole },
      ...{ toLowerCase: whole, toUpperCase: whole, localeCompare: given, concat: made },
    },
  ],
  [
    Object.getPrototypeOf(Uint8Array.prototype) as object,
    {
      set: given,
      fill: whole,
      slice: made,
      copyWithin: whole,
      indexOf: found,
      includes: contained,
      join: whole,
      sort: whole,
    },
  ],
];

/** Iterators: of a spread, a destructuring or `new Set(…)` too, which no block of code counts. */
const ITERATORS = [[], '', new Set(), new Map()].map(
  (each) => Object.getPrototypeOf(each[Symbol.iterator]()) as object,
);

/** Lets built-in functions count until what it returns is called. */
function countBuiltIns(): () => void {
  const changed: (() => void)[] = [];
  const replace = (owner: object, name: string, by: (old: Method) => Method) => {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    if (!before) throw new Error(`There is no ${name} to count.`);
    changed.push(() => Object.defineProperty(owner, name, before));
    Object.defineProperty(owner, name, { ...before, value: by(before.value as Method) });
  };
  for (const [owner, costs] of WALKS) {
    for (const [name, cost] of Object.entries(costs)) {
      replace(
        owner,
        name,
        (old) =>
          function (...args) {
            const result = old.apply(this, args);
            // First, as a cost may count by itself.
            const steps = cost(this, result, args);
            walked += steps;
            return result;
          },
      );
    }
  }
  for (const owner of ITERATORS) {
    replace(
      owner,
      'next',
      (old) =>
        function (...args) {
          walked++;
          return old.apply(this, args);
        },
    );
  }
  replace(
    RegExp.prototype,
    'exec',
    (old) =>
      function (this: unknown, ...args) {
        const expression = this as RegExp;
        const from = expression.global || expression.sticky ? expression.lastIndex : 0;
        const result = old.apply(expression as never, args) as RegExpExecArray | null;
        // A search that finds nothing has looked at all that follows; one that must match at its place, only there.
        const end = result ? result.index + result[0].length : expression.sticky ? from : String(args[0]).length;
        walked += Math.max(1, end - from);
        return result;
      },
  );
  return () => changed.forEach((restore) => restore());
}
