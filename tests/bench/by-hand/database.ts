export type Cell = string | number | null;
export type Values = readonly (string | null)[];

export interface Statement {
  text: string;
  values: Values;
}

/** What the answers by hand ask of a driver: rows as arrays, each statement prepared once. */
export interface HandDatabase {
  /** For point reads and pages: one connection is fastest for them. */
  short(text: string, values: Values): Promise<Cell[][]>;
  /** For whole bureaus. */
  long(text: string, values: Values): Promise<Cell[][]>;
  /** One transaction, sent without waiting in between; the rows of each statement. */
  write(statements: readonly Statement[]): Promise<Cell[][][]>;
}

export const settings = { application_name: "bench", plan_cache_mode: "force_generic_plan" };

export type Input = Readonly<Record<string, string>>;
export type Answer = (database: HandDatabase, input: Input) => Promise<string>;
