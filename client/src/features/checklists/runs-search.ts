import type { ChecklistRunFilter, ChecklistRunOrder } from "@maple-bridge/schema/documents";
import { listAddress } from "../../lib/list-state.ts";
import { among, dayOf, flagOf, textOf } from "../../lib/url-state.ts";
import { workStates } from "../../ui/work/work-glossary.ts";

const runOrders = ["DAY", "NUMBER", "STATE"] as const satisfies readonly ChecklistRunOrder[];

export const runsSearch = listAddress(runOrders, {
  q: textOf,
  template: textOf,
  state: among(workStates),
  unit: textOf,
  late: flagOf,
  missed: flagOf,
  from: dayOf,
  to: dayOf,
});

export type RunsSearch = ReturnType<typeof runsSearch>;

/** What the address asks for. */
export const runFilterOf = ({ q, template, state, unit, late, missed, from, to }: RunsSearch): ChecklistRunFilter => ({
  search: q,
  templateId: template,
  state: state && [state],
  unitId: unit,
  isLate: late,
  wasMissed: missed,
  from,
  to,
});
