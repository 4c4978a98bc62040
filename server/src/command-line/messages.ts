/** Something that ends the program: one line for an operator, and exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
