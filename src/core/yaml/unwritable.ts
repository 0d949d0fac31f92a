/** Refuses to rewrite a record of which something would be lost. The caller turns the error into a sentence for the person. */
export function unwritable(): never {
  throw new RangeError('The record is laid out in a way that cannot be rewritten without loss.');
}
