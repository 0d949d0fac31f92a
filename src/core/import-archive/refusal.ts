/** A file, or a part of it, that is not read. The message is a sentence for a person. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';
}
