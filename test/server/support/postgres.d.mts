export interface Postgres {
  /** Makes an empty database and gives its URL. */
  database(name: string): Promise<string>;
  /** Ends the server as a power cut would, and starts it again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

export function findPostgres(): string | undefined;
export const postgresMissing: string;
export function startPostgres(): Promise<Postgres>;
