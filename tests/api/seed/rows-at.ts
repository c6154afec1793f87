import { addDays, startOfDay } from "@maple-bridge/server/kernel/day";
import type { Client } from "../../support/client.ts";

const counted: Readonly<Record<string, string>> = {
  "/matters": `query ($filter: MatterFilter) { list: matters(filter: $filter, first: 1) { totalCount } }`,
  "/checklist-runs": `query ($filter: ChecklistRunFilter) { list: checklistRuns(filter: $filter, first: 1) { totalCount } }`,
};

/** How many rows the list has that the address opens: its filter is what the page asks for (`matters-search.ts`, `runs-search.ts`). */
export async function rowsAt(client: Client, address: string): Promise<number> {
  const [path = "", text = ""] = address.split("?");
  const said = new Map(new URLSearchParams(text));
  const filter = path === "/matters" ? matterFilter(said) : runFilter(said);
  const { list } = await client.run(counted[path]!, { filter });
  return list.totalCount;
}

type Said = ReadonlyMap<string, string>;

const start = (day: string | undefined) => day && startOfDay(day);
const end = (day: string | undefined) => day && startOfDay(addDays(day, 1));

const matterFilter = (said: Said) => ({
  kind: said.get("kind"),
  state: said.get("state"),
  categoryCodes: said.get("category")?.split(","),
  method: said.get("method")?.split(","),
  happenedFrom: start(said.get("from")),
  happenedBefore: end(said.get("to")),
  endedFrom: start(said.get("endedFrom")),
  endedBefore: end(said.get("endedTo")),
});

const runFilter = (said: Said) => ({
  search: said.get("q"),
  state: said.get("state"),
  from: said.get("from"),
  to: said.get("to"),
});
