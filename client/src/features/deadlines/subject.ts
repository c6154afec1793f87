import type { OrderKind, Urgency, WorkKind } from "@maple-bridge/schema/documents";
import { oneOf } from "../../lib/url-state.ts";
import { orderKinds, urgencies } from "../../ui/work/work-glossary.ts";

/** The kinds that rules are for, orders by their own; runs of a checklist have a window instead. */
export const subjects = [...orderKinds, "TASK", "RECEIPT"] as const satisfies readonly (OrderKind | WorkKind)[];

/** What a rule is for. */
export interface RuleFor {
  kind: WorkKind;
  orderKind: OrderKind | null;
  urgency: Urgency;
}

export const keyOf = ({ kind, orderKind, urgency }: RuleFor) => `${orderKind ?? kind}.${urgency}`;

export const ruleFor = (subject: (typeof subjects)[number], urgency: Urgency): RuleFor =>
  subject === "TASK" || subject === "RECEIPT"
    ? { kind: subject, orderKind: null, urgency }
    : { kind: "ORDER", orderKind: subject, urgency };

/** All that there can be a rule for, in the order of the page. */
export const everyOne = subjects.flatMap((subject) => urgencies.map((urgency) => ruleFor(subject, urgency)));

export function ruleForIn(key: string | undefined): RuleFor | undefined {
  const [first, second] = key?.split(".") ?? [];
  const subject = oneOf(first, subjects);
  const urgency = oneOf(second, urgencies);
  return subject && urgency && ruleFor(subject, urgency);
}
