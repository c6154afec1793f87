import type { ComingChangeFilter } from "@maple-bridge/schema/documents";
import { dayAfter, startOfDay } from "../../lib/dates.ts";
import { endings } from "../../lib/glossary.ts";
import type { ComingSearch } from "./routes.tsx";

/** The last day belongs to the period. */
export const filterOf = ({ kind, from, to, unit, duty }: ComingSearch): ComingChangeFilter => ({
  kinds: kind && (kind === "ENDS" ? [...endings] : [kind]),
  from: from && startOfDay(from),
  before: to && startOfDay(dayAfter(to, 1)),
  unitId: unit,
  duty,
});
