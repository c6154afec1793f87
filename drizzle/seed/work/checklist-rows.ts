import type { sixRoles } from "../../tables/catalogue.ts";
import type { closedDayRules, evidenceKinds, failingRules } from "../../tables/checklists.ts";
import type { complexities, gridKinds } from "../../tables/grids.ts";
import type { matterKinds } from "../../tables/matters.ts";
import type { Duty } from "../draft.ts";
import type { Clock } from "./clock.ts";
import type { Item, ItemRow } from "./rows.ts";

export interface PresetItem {
  code: string;
  wording: string;
  evidence: (typeof evidenceKinds)[number];
  isRequired: boolean;
  least: number | null;
  most: number | null;
  choices: string[] | null;
  fails: (typeof failingRules)[number];
  failsBound: number | null;
  failingChoices: string[] | null;
  finds: (typeof matterKinds)[number] | null;
  hazardCategory: string | null;
  isOurs: boolean;
}

export interface PresetOwer {
  duty: Duty;
  gridKind: (typeof gridKinds)[number] | null;
  complexity: (typeof complexities)[number] | null;
}

/** A checklist as the server's presets have it. */
export interface ChecklistDraft {
  code: string;
  name: string;
  content: {
    startsOn: string | null;
    lastOn: string | null;
    recurrence: string | null;
    onClosedDay: (typeof closedDayRules)[number];
    windowDays: number;
    graceDays: number;
    lateDays: number;
    burdenMinutes: number;
    serves: (typeof sixRoles)[number] | null;
    isReviewed: boolean;
    note: string | null;
    items: readonly PresetItem[];
    owers: readonly PresetOwer[];
  };
}

/** A run, with what only runs have. */
export interface Run extends Item {
  row: ItemRow & {
    templateId: string;
    templateVersionId: string;
    occurrenceOn: string;
    seatDuty: Duty;
    windowEndsOn: string;
    graceDays: number;
    lateDays: number;
    missedAt: Date | null;
  };
  clocks: readonly Clock[];
}

/** A checklist in force, of a station or of the whole bureau, with all that hangs on it. */
export interface ChecklistRows {
  of: ChecklistDraft;
  template: { id: string; stationId: string | null; madeThrough: string } & Record<string, unknown>;
  version: { id: string; publishedAt: Date; publishedBy: string; madeFrom: string } & Record<string, unknown>;
  items: object[];
  owers: object[];
  batches: object[];
  runs: Run[];
  reports: object[];
  answers: object[];
}
