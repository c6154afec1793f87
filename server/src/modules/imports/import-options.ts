/** What a check was asked to assume, and writing holds to. */
export interface ImportOptions {
  openedOn?: string;
  from?: string;
  stationId?: string;
  /** Of a ledger: who takes what nobody answers for. */
  receiverId?: string;
  createStations: boolean;
  createDivisions: boolean;
  names?: NameDecision[];
}

/** What somebody said of a name that may mean another one: which, or that it is one of its own. */
export interface NameDecision {
  written: string;
  means: string | null;
}
