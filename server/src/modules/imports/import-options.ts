/** What a check was asked to assume, and writing holds to. */
export interface ImportOptions {
  openedOn?: string;
  from?: string;
  stationId?: string;
  /** Of a ledger: who takes what nobody answers for. */
  receiverId?: string;
  /** Of the households and people counted, where a row gives no year. */
  countedYear?: number;
  /** And police rooms below stations. */
  createStations: boolean;
  createDivisions: boolean;
  /** Members without a badge are given one. */
  numbersMembers?: boolean;
  /** Grids open on the first day for which the file needs them. */
  opensEarlier?: boolean;
  /** Fields whose cells count as blank where they cannot be taken. */
  blanks?: readonly string[];
  /** Numbers of rows that are not imported. */
  leavesOut?: readonly number[];
  names?: NameDecision[];
}

/** What somebody said of a name that may mean another one: which, or that it is one of its own. */
export interface NameDecision {
  written: string;
  means: string | null;
}

export const mostLeftOut = 2_000;
