import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { initialsOf } from "#kernel/pinyin";
import { record } from "#kernel/record";
import type { ApplyChecklistPresetInput } from "./checklist.inputs.ts";
import { codesTaken, insertDraft, insertTemplate } from "./checklist.store.ts";
import { authorizeOver, shown, stationAsked } from "./drafting.ts";
import { checklistsOf } from "./presets.ts";

export function applyChecklistPreset(ctx: Context, input: ApplyChecklistPresetInput) {
  return inTransaction(ctx, "applyChecklistPreset", input, async (tx) => {
    const stationId = await stationAsked(tx, input.stationId);
    authorizeOver(tx, stationId);
    const checklists = checklistsOf(input.preset);
    const taken = await codesTaken(
      tx,
      checklists.map(({ code }) => code),
    );
    const ids: string[] = [];
    for (const { code, name, content } of checklists) {
      const there = taken.get(code);
      if (there) {
        ids.push(there);
        continue;
      }
      const id = await insertTemplate(tx, { code, name, stationId, nameInitials: initialsOf(name) });
      await insertDraft(tx, id, 1, content);
      await record(tx, {
        action: "checklist.draft",
        entity: { type: "ChecklistTemplate", id },
        after: { code, name, stationId, number: 1, ...shown(content) },
      });
      ids.push(id);
    }
    return { ids };
  });
}
