/** Words of a message, `{0}` where values go, and those values as the source has them. */
export interface Message {
  readonly words: string;
  readonly values: readonly string[];
}

export function parseWords(literal: string): Message;

export function readMessages(
  root: string,
  folders?: readonly string[],
): {
  readonly messages: ReadonlyMap<string, Message & {readonly files: ReadonlySet<string>}>;
  readonly problems: readonly string[];
};
