import type { Fragment } from "@maple-bridge/server/kernel/read/fragment";
import type { Sql } from "postgres";

export interface Found {
  value: unknown;
  text: string;
}

/**
 * What was read of a database and laid down in it, by statement and values. Nothing changes meanwhile: on another path to the same row, or
 * in another document, it is not read again.
 */
export interface Read {
  database: Sql;
  known: Map<string, Promise<readonly Found[]>>;
  laid: Map<string, Promise<Fragment>>;
}

export const nothingRead = (database: Sql): Read => ({ database, known: new Map(), laid: new Map() });
