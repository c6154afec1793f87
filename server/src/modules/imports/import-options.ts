/** What a check was asked to assume, and writing holds to. */
export interface ImportOptions {
  openedOn?: string;
  from?: string;
  stationId?: string;
  createStations: boolean;
  createDivisions: boolean;
}
