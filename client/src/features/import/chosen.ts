import type { ImportDetailsQuery } from "@maple-bridge/schema/documents";

/** Errors of one thing in common, and what does away with them. */
export type Cause = NonNullable<ImportDetailsQuery["import"]>["causes"][number];

export type Names = readonly { written: string; means?: string | null }[];

/** What a check assumes where the file says nothing, as the form holds it. */
export interface Assumptions {
  openedOn?: string;
  from?: string;
  stationId?: string;
  receiverId?: string;
  countedYear?: number;
  createStations?: boolean;
  createDivisions?: boolean;
  numbersMembers?: boolean;
  opensEarlier?: boolean;
}

/** What was said of single names, cells and rows. */
export interface Said {
  names: Names;
  /** Keys of fields. */
  blanks: readonly string[];
  leavesOut: readonly number[];
}

/** What was chosen so far. */
export interface Chosen {
  assumptions: Assumptions;
  said: Said;
}
