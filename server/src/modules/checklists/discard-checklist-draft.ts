import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { record } from "#kernel/record";
import type { DiscardChecklistDraftInput } from "./checklist.inputs.ts";
import { assertInUse, draftMeant, lockTemplate, saveTemplate, saveVersion, versionsOf } from "./checklist.store.ts";
import { authorizeOver } from "./drafting.ts";

export function discardChecklistDraft(ctx: Context, input: DiscardChecklistDraftInput) {
  return inTransaction(ctx, "discardChecklistDraft", input, async (tx) => {
    const template = await lockTemplate(tx, input.id);
    authorizeOver(tx, template.stationId);
    assertInUse(template, input);
    const draft = draftMeant(await versionsOf(tx, template.id));
    await saveVersion(tx, draft.id, { state: "DISCARDED" });
    await saveTemplate(tx, template.id);
    await record(tx, {
      action: "checklist.discardDraft",
      entity: { type: "ChecklistTemplate", id: template.id },
      before: { number: draft.number, state: "DRAFT" },
      after: { state: "DISCARDED" },
    });
    return { id: template.id };
  });
}
