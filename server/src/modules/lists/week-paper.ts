/** A member's week as it stands on paper: texts alone, in the reader's language. */
export interface WeekPaper {
  title: string;
  station: string;
  member: string;
  weekName: string;
  /** Below the title: the unit, the week, how it stands. */
  head: readonly string[];
  /** Words on the week as a whole. */
  said: readonly string[];
  lists: readonly PaperList[];
  /** Who made it, who signed it, when, the digest; and who exported it. */
  foot: readonly string[];
  /** Beside the number of each page. */
  mark: string;
  words: PaperWords;
}

export interface PaperList {
  title: string;
  rows: readonly PaperRow[];
}

export interface PaperRow {
  number: string;
  what: string;
  where: string;
  when: string;
  states: string;
  evidence: string;
  said: string;
  /** Photos of what was handed in, as JPEG; not in every kind of file. */
  pictures: readonly PaperPicture[];
}

export interface PaperPicture {
  bytes: Uint8Array;
  width: number;
  height: number;
}

export type PaperColumn = Exclude<keyof PaperRow, "pictures">;

export interface PaperWords {
  list: string;
  place: string;
  columns: Readonly<Record<PaperColumn, string>>;
  nothing: string;
  saidOfWeek: string;
  /** How many lines there are in all. */
  count: string;
  /** The texts before, between and after the numbers of the page and of all pages. */
  page: readonly [string, string, string];
}
