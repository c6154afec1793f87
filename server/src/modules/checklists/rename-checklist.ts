import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { initialsOf } from "#kernel/pinyin";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { RenameChecklistInput } from "./checklist.inputs.ts";
import { assertInUse, lockTemplate, saveTemplate } from "./checklist.store.ts";
import { authorizeOver } from "./drafting.ts";

export function renameChecklist(ctx: Context, input: RenameChecklistInput) {
  return inTransaction(ctx, "renameChecklist", input, async (tx) => {
    const template = await lockTemplate(tx, input.id);
    authorizeOver(tx, template.stationId);
    assertInUse(template, input);
    const faults: FieldFault[] = [];
    const name = checkText(faults, ["input", "name"], input.name, { required: true, most: 50 })!;
    assertValid(faults);
    const { id } = template;
    const [change] = await saveTemplate(tx, id, { name, nameInitials: initialsOf(name) });
    if (change)
      await record(tx, {
        action: "checklist.rename",
        entity: { type: "ChecklistTemplate", id },
        before: { name: template.name },
        after: { name },
      });
    return { id };
  });
}
