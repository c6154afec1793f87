import type { Draft } from "../draft.ts";
import type { Deed } from "../log/log.ts";
import { randomFrom, type Random } from "../random.ts";
import { Answering } from "./answering.ts";
import type { BulkRuns } from "./bulk-runs.ts";
import type { ChecklistRows } from "./checklist-rows.ts";
import { categoriesOf } from "./categories.ts";
import type { Calendar } from "./clock.ts";
import { deadlineRulesOf } from "./deadlines.ts";
import type { Evidence } from "./photos.ts";
import type { Rechecks } from "./rechecks.ts";
import type { Review, Signing } from "./review.ts";
import type { Category, DeadlineRule, EventRow, Item, Matter, RequestRow, TickRow } from "./rows.ts";

/** Who takes a step: an account of the bureau, of a member or of none, with the unit over which it commands. */
export interface Actor {
  accountId: string;
  name: string;
  /** The person's. */
  displayName: string;
  memberId: string | null;
  unitId: string;
  /** The unit that the member is of. */
  homeId?: string;
}

/** What one command did, as the audit log will tell it. */
export type { Deed };

export interface Command {
  at: Date;
  by: string;
  deeds: Deed[];
}

export type FeedbackTable =
  | "sceneReports"
  | "caseAnswers"
  | "communityFeedbacks"
  | "rectifications"
  | "linkageResponses"
  | "taskResults"
  | "dispositions";

/** All that the work of a bureau is written as. */
export interface Ledger {
  draft: Draft;
  random: Random;
  answering: Answering;
  calendar: Calendar;
  categories: Category[];
  rules: DeadlineRule[];
  matters: Matter[];
  items: Item[];
  events: EventRow[];
  requests: RequestRow[];
  ticks: TickRow[];
  feedback: Record<FeedbackTable, object[]>;
  checklists: ChecklistRows[];
  /** Thousands of runs, beside those of `checklists`. */
  bulk: BulkRuns[];
  evidence: Evidence[];
  reviews: Review[];
  signings: Signing[];
  rechecks: Rechecks;
  commands: Command[];
  /** What tells of an item by its number, which is known when all work is. */
  numbered: { row: { number: string }; told: { number: string } }[];
  numberSeries: { series: string; year: number; last: number }[];
}

export function newLedger(draft: Draft, calendar: Calendar, since: Date): Ledger {
  return {
    draft,
    random: randomFrom(Number(draft.code) + 2),
    answering: new Answering(draft),
    calendar,
    categories: categoriesOf(draft, since),
    rules: deadlineRulesOf(draft, since),
    matters: [],
    items: [],
    events: [],
    requests: [],
    ticks: [],
    feedback: {
      sceneReports: [],
      caseAnswers: [],
      communityFeedbacks: [],
      rectifications: [],
      linkageResponses: [],
      taskResults: [],
      dispositions: [],
    },
    checklists: [],
    bulk: [],
    evidence: [],
    reviews: [],
    signings: [],
    rechecks: { draws: [], drawn: [], results: [] },
    commands: [],
    numbered: [],
    numberSeries: [],
  };
}

/** A moment at which somebody does something. */
export interface Doing {
  ledger: Ledger;
  at: Date;
  by: Actor;
  deeds: Deed[];
}

/** What comes later than the moment of loading is not done yet: the story ends there. */
export class NotYet extends Error {}

/** Everything done in one command. */
export function command<T>(ledger: Ledger, at: Date, by: Actor, act: (doing: Doing) => T): T {
  if (at >= ledger.draft.now) throw new NotYet();
  const deeds: Deed[] = [];
  const done = act({ ledger, at, by, deeds });
  ledger.commands.push({ at, by: by.name, deeds });
  return done;
}

/** Tells a story up to today. */
export function tellUpToNow(story: () => void): void {
  try {
    story();
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
  }
}
