/** A JSON object as it is sent. Its fields are those of the standard, and `held_` ones. */
export type JsonObject = {readonly [name: string]: JsonValue};
export type JsonValue = string | number | boolean | readonly JsonValue[] | JsonObject;

/** Gives the UUID of a thing. The same kind and key give the same UUID for ever. */
export type IdOf = (kind: string, key: string) => string;

/** Leaves out what is missing and what is empty, at the top of an object. */
export function given(fields: Readonly<Record<string, unknown>>): JsonObject {
  // A loop, and no list of entries in between: a server does this for every service that it holds.
  const kept: Record<string, unknown> = {};
  for (const name in fields) if (isGiven(fields[name])) kept[name] = fields[name];
  return kept as JsonObject;
}

const isGiven = (value: unknown) =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
