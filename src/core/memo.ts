/** What a memo can remember. */
type Kept = string | object;

/**
 * A function that computes its answer once for each object, and remembers it as long as the object lives. For objects that never change.
 *
 * @param keyOf the object to remember the answer by, where that is not the argument itself. Arguments with one key have one answer
 */
export function memo<Key extends object, Value extends Kept>(compute: (key: Key) => Value): (key: Key) => Value;
export function memo<Argument, Value extends Kept>(
  compute: (argument: Argument) => Value,
  keyOf: (argument: Argument) => object,
): (argument: Argument) => Value;
export function memo<Argument extends object, Value extends Kept>(
  compute: (argument: Argument) => Value,
  keyOf: (argument: Argument) => object = (argument) => argument,
): (argument: Argument) => Value {
  const known = new WeakMap<object, Value>();
  return (argument) => {
    const key = keyOf(argument);
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = compute(argument)));
    return value;
  };
}
