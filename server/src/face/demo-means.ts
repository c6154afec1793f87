import { newId } from "#kernel/ids";
import { initialsOf } from "#kernel/pinyin";
import { linesOf } from "#modules/catalogue";
import { presetChecklist } from "#modules/checklists";
import { presetCategories } from "#modules/matters";
import { ledgerRules, usualDeadlines } from "#modules/work";

/** What the demo is made with: it has no state table, due times, deadlines, categories, duty lines or checklists of its own. */
export const demoMeans = {
  ...{ newId, initialsOf, ledgerRules, categories: presetCategories(), deadlines: usualDeadlines },
  dutyLinesOf: linesOf,
  checklist: presetChecklist("PATROL"),
};
