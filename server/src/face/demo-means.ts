import { newId } from "#kernel/ids";
import { initialsOf } from "#kernel/pinyin";
import type { WorkingCalendar } from "#modules/calendar";
import { linesOf } from "#modules/catalogue";
import { occurrences, presetChecklist } from "#modules/checklists";
import { presetSchemes, signTold } from "#modules/lists";
import { presetCategories } from "#modules/matters";
import { digestOf, drawFrom, textOf } from "#modules/rechecks";
import { ledgerRules, usualDeadlines } from "#modules/work";

/** What the demo is made with: it has no state table, due times, deadlines, categories, duty lines or checklists of its own. */
export const demoMeans = {
  ...{ newId, initialsOf, ledgerRules, categories: presetCategories(), deadlines: usualDeadlines },
  dutyLinesOf: linesOf,
  checklistOf: presetChecklist,
  occurrencesOf: daysOf,
  listSchemeOf: (preset: keyof typeof presetSchemes) => presetSchemes[preset],
  signWeeks: signTold,
  drawing: { textOf, digestOf, drawFrom },
};

/** Of a preset, which has no first day of its own. */
function daysOf(
  { recurrence, startsOn, lastOn, onClosedDay }: ReturnType<typeof presetChecklist>["content"],
  calendar: WorkingCalendar,
  from: string,
  to: string,
): string[] {
  if (recurrence === null) return [];
  return occurrences({ recurrence, startsOn: startsOn ?? from, lastOn, onClosedDay }, calendar, from, to);
}
