import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { enqueue } from "#kernel/jobs/enqueue";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { endLateFilling } from "#modules/work";
import { cancelRuns } from "./cancel-runs.ts";
import type { RetireChecklistInput } from "./checklist.inputs.ts";
import { assertInUse, draftIn, lockTemplate, saveTemplate, saveVersion, versionsOf } from "./checklist.store.ts";
import { authorizeOver } from "./drafting.ts";

export function retireChecklist(ctx: Context, input: RetireChecklistInput) {
  return inTransaction(ctx, "retireChecklist", input, async (tx) => {
    const template = await lockTemplate(tx, input.id);
    authorizeOver(tx, template.stationId);
    assertInUse(template, input);
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { required: true, most: 200 });
    assertValid(faults);
    const draft = draftIn(await versionsOf(tx, template.id));
    if (draft) await saveVersion(tx, draft.id, { state: "DISCARDED" });
    await saveTemplate(tx, template.id, { retiredAt: tx.now });
    await endLateFilling(tx, template.id);
    await record(tx, {
      action: "checklist.retire",
      entity: { type: "ChecklistTemplate", id: template.id },
      before: { retiredAt: null },
      after: { retiredAt: tx.now.toISOString() },
      reason,
    });
    await enqueue(tx, cancelRuns, { templateId: template.id });
    return { id: template.id };
  });
}
