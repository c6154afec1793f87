import type { Transaction } from "#kernel/command";
import { type MadeTable, tableOf } from "./made.store.ts";
import type { WrittenList } from "./plan-file.ts";

const typeOf: Record<MadeTable, string> = {
  units: "Unit",
  divisions: "Division",
  grids: "Grid",
  members: "Member",
  assignments: "Assignment",
  matter_categories: "MatterCategory",
  matters: "Matter",
  work_items: "WorkItem",
  duty_lines: "DutyLine",
  checklist_templates: "ChecklistTemplate",
};

/** Screens ask again for what may have changed, though not each row has an audit row in this transaction. */
export function tellTypes({ deeds }: Transaction, action: string, id: string, lists: Iterable<WrittenList>) {
  const tables = [...lists].map((list) => tableOf[list]);
  // A matter that goes takes its receipt along.
  const types = new Set([...tables.map((table) => typeOf[table]), ...(tables.includes("matters") ? ["WorkItem"] : [])]);
  deeds.push(...[...types].map((type) => ({ action, entity: { type, id } })));
}
