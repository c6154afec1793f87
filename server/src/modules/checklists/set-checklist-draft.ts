import { changesOf, isNothing } from "#kernel/changes";
import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import type { SetChecklistDraftInput } from "./checklist.inputs.ts";
import {
  assertInUse,
  contentOf,
  draftIn,
  insertDraft,
  lockTemplate,
  replaceDraft,
  saveTemplate,
  versionsOf,
} from "./checklist.store.ts";
import { checkedContent } from "./content.rules.ts";
import { authorizeOver, shown } from "./drafting.ts";

export function setChecklistDraft(ctx: Context, input: SetChecklistDraftInput) {
  return inTransaction(ctx, "setChecklistDraft", input, async (tx) => {
    const template = await lockTemplate(tx, input.id);
    authorizeOver(tx, template.stationId);
    assertInUse(template, input);
    const faults: FieldFault[] = [];
    const content = checkedContent(faults, input.content);
    assertValid(faults);
    const versions = await versionsOf(tx, template.id);
    const draft = draftIn(versions);
    const before = draft && (await contentOf(tx, draft));
    if (before && isNothing(changesOf(before, content))) return { id: template.id };
    if (draft) await replaceDraft(tx, draft.id, content);
    else await insertDraft(tx, template.id, versions[0]!.number + 1, content);
    await saveTemplate(tx, template.id);
    await record(tx, {
      action: "checklist.setDraft",
      entity: { type: "ChecklistTemplate", id: template.id },
      before: before ? shown(before) : null,
      after: { number: draft?.number ?? versions[0]!.number + 1, ...shown(content) },
    });
    return { id: template.id };
  });
}
