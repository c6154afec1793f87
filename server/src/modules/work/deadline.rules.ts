import type { FieldFault } from "#kernel/errors";
import type { OrderKind, TimeUnit, Urgency, WorkKind } from "./work.enums.ts";

/** What a rule is for: at any time one rule at most. */
export interface RuleFor {
  kind: WorkKind;
  orderKind: OrderKind | null;
  urgency: Urgency;
}

export interface RuleContent {
  unit: TimeUnit;
  acceptWithin: number | null;
  feedbackWithin: number | null;
  closeWithin: number | null;
  reworkWithin: number | null;
  warnAtPercent: number;
  escalateAfter: number | null;
  urgesWhenDueSoon: boolean;
  tellsAtAnyHour: boolean;
}

export type AskedRule = RuleFor & RuleContent;

const times = ["acceptWithin", "feedbackWithin", "closeWithin", "reworkWithin"] as const;
const mostMinutes = 525_600;
const mostDays = 365;

/** What is wrong with a rule by itself: one that asks for what nothing would ever bring about is refused, too. */
export function faultsOfRule(rule: AskedRule): FieldFault[] {
  const faults: FieldFault[] = [];
  const say = (field: string, code: string, params?: FieldFault["params"]) =>
    faults.push({ path: ["input", field], code, ...(params && { params }) });
  const range = (field: string, value: number | null, most: number) => {
    if (value !== null && (value < 1 || value > most)) say(field, "OUT_OF_RANGE", { least: 1, most });
  };
  if (rule.kind === "ORDER" && rule.orderKind === null) say("orderKind", "REQUIRED");
  if (rule.kind !== "ORDER" && rule.orderKind !== null) say("orderKind", "DEADLINE_ONLY_OF_ORDERS");
  for (const time of times) range(time, rule[time], rule.unit === "WORKING_DAYS" ? mostDays : mostMinutes);
  range("warnAtPercent", rule.warnAtPercent, 90);
  range("escalateAfter", rule.escalateAfter, mostMinutes);
  if (!(rule.acceptWithin || rule.feedbackWithin || rule.closeWithin)) {
    if (rule.escalateAfter !== null) say("escalateAfter", "DEADLINE_NEVER_COMES");
    if (rule.urgesWhenDueSoon) say("urgesWhenDueSoon", "DEADLINE_NEVER_COMES");
    if (rule.reworkWithin !== null) say("reworkWithin", "DEADLINE_NEVER_COMES");
  }
  return faults;
}

export const isFor = (a: RuleFor, b: RuleFor) =>
  a.kind === b.kind && a.orderKind === b.orderKind && a.urgency === b.urgency;
