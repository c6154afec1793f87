import { inTransaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import type { FieldFault } from "#kernel/errors";
import { assertNoConflict, assertValid } from "#kernel/faults";
import { initialsOf } from "#kernel/pinyin";
import { record } from "#kernel/record";
import { checkCode, checkText } from "#kernel/text";
import type { DraftChecklistInput } from "./checklist.inputs.ts";
import { codesTaken, insertDraft, insertTemplate } from "./checklist.store.ts";
import { checkedContent } from "./content.rules.ts";
import { authorizeOver, shown, stationAsked } from "./drafting.ts";

const codeShape = /^[A-Z][A-Z0-9_]{0,19}$/;

export function draftChecklist(ctx: Context, input: DraftChecklistInput) {
  return inTransaction(ctx, "draftChecklist", input, async (tx) => {
    const stationId = await stationAsked(tx, input.stationId);
    authorizeOver(tx, stationId);
    const { code } = input;
    const path = ["input", "code"];
    const faults: FieldFault[] = codeShape.test(code) ? [] : [{ path, code: "CHECKLIST_CODE" }];
    checkCode(faults, path, code);
    const name = checkText(faults, ["input", "name"], input.name, { required: true, most: 50 })!;
    const content = checkedContent(faults, input.content);
    assertValid(faults);
    const isTaken = (await codesTaken(tx, [code])).has(code);
    assertNoConflict(isTaken ? [{ path, code: "CHECKLIST_CODE_TAKEN", params: { code } }] : []);
    const id = await insertTemplate(tx, { code, name, stationId, nameInitials: initialsOf(name) });
    await insertDraft(tx, id, 1, content);
    await record(tx, {
      action: "checklist.draft",
      entity: { type: "ChecklistTemplate", id },
      after: { code, name, stationId, number: 1, ...shown(content) },
    });
    return { id };
  });
}
