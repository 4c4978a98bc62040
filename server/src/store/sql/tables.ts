/** The tables, as the newest migration leaves them. Times are ISO 8601 text, documents are JSON text. */
export interface Tables {
  sources: {name: string; facts: string};
  spaces: {id: string; source: string; name: string; last_modified: string; document: string};
  evaluations: {
    key_hash: string;
    body_hash: string;
    code_hash: string;
    service_id: string;
    /** `YYYY-MM`. Nothing finer is kept. */
    month: string;
    /** The submission without its consent and service. */
    document: string;
  };
  /** One row. */
  revision: {id: number; number: number; changed: string};
  settings: {name: string; value: string};
}
