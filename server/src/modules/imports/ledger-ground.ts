import type { MatterKind } from "#modules/matters";
import type { Ground } from "./ground.ts";

/** What the bureau holds already, as far as a ledger can bear on it. */
export interface LedgerGround extends Ground {
  staff: GroundStaff[];
  /** Who answers as responsible officer for a grid now, or stands in. */
  answering: { id: string; memberId: string | null }[];
  categories: GroundCategory[];
  /** Rows of ledgers that were brought in before. */
  marks: { id: string }[];
  /** The numbers of matters, or of tasks, that are there. */
  numbers: GroundNumber[];
  series: NumberSeries;
}

export interface GroundStaff {
  id: string;
  badge: string;
  name: string;
  unitId: string;
  leftOn: string | null;
  version: number;
}

export interface GroundCategory {
  id: string;
  kind: MatterKind;
  code: string;
  name: string;
  position: number;
  endsAt: string | null;
}

export interface GroundNumber {
  id: string;
  number: string;
  kind: string;
}

/** Imports number by series of their own, as who registers a matter holds the usual one until the commit. */
export interface NumberSeries {
  /** With the bureau's code and the year before it. */
  prefix: string;
  year: number;
  last: number;
}
