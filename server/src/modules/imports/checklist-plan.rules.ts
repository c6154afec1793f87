import type { BroughtChecklist } from "#modules/checklists";
import { keyOfName } from "#kernel/written";
import type { CatalogueGround } from "./catalogue-ground.ts";
import type { checklistColumns } from "./checklist-columns.ts";
import type { ImportOptions } from "./import-options.ts";
import type { LedgerLine } from "./ledger-lines.ts";
import { shortened } from "./matter-plan.rules.ts";
import { type Refuse, refusals, type RowFault } from "./refusals.ts";
import { stationNamed } from "./station-named.ts";

export type ChecklistRow = LedgerLine<typeof checklistColumns>;

export interface ChecklistPlan {
  drafts: BroughtChecklist[];
  items: number;
  faults: RowFault[];
}

const mostItems = 60;
const mostChoices = 20;
const mostOfName = 50;
const mostOfChoice = 50;
const usualChoices = ["符合", "不符合"];

/** The drafts that rows of checklists come to, each with the rows of its name; nothing of them is published. */
export function planChecklists(
  rows: readonly ChecklistRow[],
  ground: CatalogueGround,
  options: ImportOptions,
  fileName: string,
): ChecklistPlan {
  const { faults, at } = refusals();
  const stationOf = stationNamed(ground, options);
  const drafts = new Map<string, BroughtChecklist>();
  const codes = new Set(ground.checklists.map(({ code }) => code));
  const ofFile = shortened(fileName.replace(/\.[^.]+$/, ""), mostOfName);
  let items = 0;
  for (const row of rows) {
    const refuse = at(row.row);
    const stationId = stationOf(row.stationName, refuse);
    if (stationId === undefined) continue;
    const name = row.checklist ?? ofFile;
    const key = `${stationId ?? ""} ${keyOfName(name)}`;
    const isThere = ground.checklists.some(
      (each) => each.stationId === stationId && keyOfName(each.name) === keyOfName(name),
    );
    if (isThere) {
      refuse("checklist", "ROW_CHECKLIST_THERE", { name });
      continue;
    }
    const draft = drafts.get(key) ?? { code: nextCode(codes), name, stationId, items: [] };
    drafts.set(key, draft);
    const code = row.code?.replaceAll("-", "_") ?? `ITEM_${draft.items.length + 1}`;
    if (draft.items.some((item) => item.code === code)) refuse("code", "ROW_ITEM_TWICE", { name: code });
    if (draft.items.length === mostItems) refuse("wording", "ROW_ITEMS_TOO_MANY", { most: mostItems });
    const evidence = row.evidence ?? "CHOICE";
    const choices = evidence === "CHOICE" ? choicesOf(row, refuse) : null;
    draft.items.push({ code, wording: row.wording!, evidence, choices, isRequired: row.isRequired !== "NO" });
    items += 1;
  }
  return { drafts: [...drafts.values()], items, faults };
}

function choicesOf({ choices: text }: ChecklistRow, refuse: Refuse): string[] {
  if (!text) return usualChoices;
  const choices = [...new Set(text.split(/[、,，;；/／|]/).map((choice) => choice.trim()))].filter(Boolean);
  const isLong = choices.some((choice) => [...choice].length > mostOfChoice);
  if (choices.length < 2 || choices.length > mostChoices || isLong)
    refuse("choices", "ROW_CHOICES", { most: mostChoices });
  return choices;
}

function nextCode(taken: Set<string>): string {
  let count = 1;
  while (taken.has(`LIST_${count}`)) count += 1;
  taken.add(`LIST_${count}`);
  return `LIST_${count}`;
}
