/** An import that did not happen. The message is one line for an operator, and the store is as it was. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  /** Id of the message in the list of command-line messages. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
