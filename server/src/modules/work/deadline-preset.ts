import type { AskedRule, RuleContent } from "./deadline.rules.ts";
import type { OrderKind, TimeUnit, Urgency, WorkKind } from "./work.enums.ts";

type Times = readonly [accept: number | null, feedback: number | null, close: number | null, rework: number | null];
type Row = readonly [kind: WorkKind | OrderKind, urgency: Urgency, unit: TimeUnit, times: Times, escalateAfter: number];

/**
 * Our own proposal. From police stations' norms is what a grid is asked for alone: 24 hours, and 2 when it is urgent. Runs of a
 * checklist have a window instead.
 */
const usual: readonly Row[] = [
  ["INCIDENT", "ORDINARY", "MINUTES", [10, 1440, 2880, 240], 30],
  ["INCIDENT", "URGENT", "MINUTES", [5, 120, 1440, 60], 15],
  ["INCIDENT", "CRITICAL", "MINUTES", [2, 60, 720, 30], 10],
  ["COMMUNITY", "ORDINARY", "MINUTES", [120, 1440, 4320, 480], 240],
  ["COMMUNITY", "URGENT", "MINUTES", [30, 120, 1440, 60], 60],
  ["COMMUNITY", "CRITICAL", "MINUTES", [10, 60, 720, 30], 30],
  ["CASE", "ORDINARY", "WORKING_DAYS", [1, 3, 7, 2], 240],
  ["CASE", "URGENT", "WORKING_DAYS", [1, 1, 3, 1], 120],
  ["CASE", "CRITICAL", "MINUTES", [60, 480, 1440, 240], 60],
  ["SUPERVISION", "ORDINARY", "WORKING_DAYS", [1, 3, 5, 2], 240],
  ["SUPERVISION", "URGENT", "WORKING_DAYS", [1, 1, 2, 1], 120],
  ["SUPERVISION", "CRITICAL", "MINUTES", [60, 480, 1440, 240], 60],
  ["LINKAGE", "ORDINARY", "WORKING_DAYS", [1, 5, 10, 3], 240],
  ["LINKAGE", "URGENT", "WORKING_DAYS", [1, 2, 5, 1], 120],
  ["LINKAGE", "CRITICAL", "MINUTES", [120, 1440, 4320, 480], 60],
  ["TASK", "ORDINARY", "WORKING_DAYS", [1, 5, 7, 2], 240],
  ["TASK", "URGENT", "WORKING_DAYS", [1, 2, 3, 1], 120],
  ["TASK", "CRITICAL", "MINUTES", [60, 1440, 2880, 480], 60],
  ["RECEIPT", "ORDINARY", "MINUTES", [null, 240, null, null], 120],
  ["RECEIPT", "URGENT", "MINUTES", [null, 30, null, null], 15],
  ["RECEIPT", "CRITICAL", "MINUTES", [null, 10, null, null], 10],
];

const isKind = (kind: WorkKind | OrderKind): kind is WorkKind => kind === "TASK" || kind === "RECEIPT";

export const usualDeadlines: readonly AskedRule[] = usual.map(([kind, urgency, unit, times, escalateAfter]) => {
  const [acceptWithin, feedbackWithin, closeWithin, reworkWithin] = times;
  const content: RuleContent = {
    unit,
    acceptWithin,
    feedbackWithin,
    closeWithin,
    reworkWithin,
    warnAtPercent: 25,
    escalateAfter,
    urgesWhenDueSoon: urgency !== "ORDINARY",
    tellsAtAnyHour: kind === "INCIDENT" || urgency === "CRITICAL",
  };
  return Object.assign(
    content,
    isKind(kind) ? { kind, orderKind: null } : { kind: "ORDER" as const, orderKind: kind },
    {
      urgency,
    },
  );
});
