import type { MatterFilter, MatterOrder, MatterState, MediationMethod } from "@maple-bridge/schema/documents";
import { dayAfter, startOfDay } from "../../lib/dates.ts";
import { listAddress } from "../../lib/list-state.ts";
import { among, dayOf, flagOf, oneOf, textOf } from "../../lib/url-state.ts";
import { matterKinds } from "../../ui/work/work-glossary.ts";

const orders = ["HAPPENED", "NUMBER", "STATE"] as const satisfies readonly MatterOrder[];

export const matterStates = ["OPEN", "SETTLED", "NOT_SETTLED", "MERGED"] as const satisfies readonly MatterState[];
const methods = ["FAMILY_HARMONY", "DUTY_AND_COURTESY", "WARM_FEELING"] as const satisfies readonly MediationMethod[];

/** Several are told one after another: `category=HELP,DOGS`. */
const partsOf = (text: string) => text.split(",").filter(Boolean);

export const methodsIn = (text: string): MediationMethod[] =>
  partsOf(text).flatMap((part) => oneOf(part, methods) ?? []);

export const mattersSearch = listAddress(orders, {
  q: textOf,
  kind: among(matterKinds),
  /** Codes of categories. */
  category: textOf,
  state: among(matterStates),
  method: textOf,
  unit: textOf,
  /** First and last day on which it happened. */
  from: dayOf,
  to: dayOf,
  /** On which it was registered. */
  foundFrom: dayOf,
  foundTo: dayOf,
  /** Without those that were merged into others. */
  once: flagOf,
  /** And on which it ended. */
  endedFrom: dayOf,
  endedTo: dayOf,
  /** What an answer of a checklist's run has found, by the answer's id. */
  foundBy: textOf,
});

export type MattersSearch = ReturnType<typeof mattersSearch>;

const start = (day: string | undefined) => day && startOfDay(day);
const end = (day: string | undefined) => day && startOfDay(dayAfter(day, 1));

function statesOf({ state, once }: MattersSearch): MatterState[] | undefined {
  if (state) return [state];
  return once ? matterStates.filter((each) => each !== "MERGED") : undefined;
}

/** What the address asks for. */
export const matterFilterOf = (search: MattersSearch): MatterFilter => ({
  search: search.q,
  kind: search.kind && [search.kind],
  categoryCodes: search.category ? partsOf(search.category) : undefined,
  state: statesOf(search),
  method: search.method ? methodsIn(search.method) : undefined,
  unitId: search.unit,
  happenedFrom: start(search.from),
  happenedBefore: end(search.to),
  registeredFrom: start(search.foundFrom),
  registeredBefore: end(search.foundTo),
  endedFrom: start(search.endedFrom),
  endedBefore: end(search.endedTo),
  foundBy: search.foundBy,
});
