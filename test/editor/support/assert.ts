// The few assertions that the tests need, named as in node:assert/strict, which a web worker does not have.

/** Thrown by a failed assertion. The reporter shows what was expected and what came. */
export class AssertionError extends Error {
  override name = 'AssertionError';

  constructor(
    message: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message);
  }
}

/** Fails unless the value is truthy. */
export function ok(value: unknown, message = 'The value is not truthy'): asserts value {
  if (!value) throw new AssertionError(message, value);
}

/** Fails unless both are the same value. */
export function equal<T>(actual: T, expected: T, message = 'The values differ'): void {
  if (!Object.is(actual, expected)) throw new AssertionError(message, actual, expected);
}

/** Fails unless both say the same as JSON with ordered keys: the tests compare plain data only. */
export function deepEqual<T>(actual: T, expected: T, message = 'The values differ'): void {
  if (ordered(actual) !== ordered(expected)) throw new AssertionError(message, actual, expected);
}

/** Fails unless the pattern matches the text. */
export function match(text: string, pattern: RegExp, message = `The text does not match ${pattern}`): void {
  if (!pattern.test(text)) throw new AssertionError(message, text);
}

/** Fails unless the promise rejects with a message that the pattern matches. */
export async function rejects(promise: PromiseLike<unknown>, pattern: RegExp): Promise<void> {
  const reason = await promise.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error : new Error(JSON.stringify(error))),
  );
  if (reason === undefined) throw new AssertionError('The promise did not reject');
  match(reason.message, pattern);
}

function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === undefined) return '<undefined>';
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
