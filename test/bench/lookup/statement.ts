/** One statement as the product sent it to Postgres. */
export interface Statement {
  text: string;
  values: unknown[];
  /** Set where it is prepared once for each connection. */
  name?: string;
}
