import type { Sql, TransactionSql } from "postgres";
import type { FilesPlace } from "../../face/files-settings.ts";
import type { Postgres } from "../../postgres/types.ts";

/** "bad" is wrong now, "soon" is what goes wrong if nobody looks. */
export type State = "well" | "soon" | "bad";

/** `code` is a key of the doctor's messages: what is so, and, where it is not well, what to do. */
export interface Finding {
  state: State;
  code: string;
  params?: Record<string, string | number>;
}

export const well = (code: string, params?: Finding["params"]): Finding => ({ state: "well", code, params });
export const soon = (code: string, params?: Finding["params"]): Finding => ({ state: "soon", code, params });
export const bad = (code: string, params?: Finding["params"]): Finding => ({ state: "bad", code, params });

/** What is looked at on this machine. */
export interface Here {
  env: NodeJS.ProcessEnv;
  dataFolder: string;
  now: Date;
}

/** And in its database, where that answers. */
export interface There extends Here {
  postgres: Pick<Postgres, "applicationUrl" | "ownerUrl" | "applicationRole" | "folder">;
  /** As the application's role. */
  sql: Sql;
  files: FilesPlace;
  bureaus: readonly { id: string; code: string }[];
  /** Statements under a bureau's identity. */
  of<R>(bureauId: string, work: (sql: TransactionSql) => Promise<R>): Promise<R>;
}

export type CheckHere = (here: Here) => Promise<Finding[]>;
export type CheckThere = (there: There) => Promise<Finding[]>;
