/**
 * What was asked for is not there or not possible: no repository, an unknown revision. The message is a sentence for a person, and each
 * host says it in its own way.
 */
export class GitRefusal extends Error {
  override readonly name = 'GitRefusal';
}
