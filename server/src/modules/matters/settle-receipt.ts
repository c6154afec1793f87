import type { FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { closed, type Effect, type Stepping } from "#modules/work";
import { insertDisposition } from "./disposition.store.ts";
import { endMatter } from "./end-matter.ts";
import type { SettleReceiptInput } from "./matter.inputs.ts";
import { lockMatterBehind } from "./matter.store.ts";
import { endReceipts } from "./receipts.ts";

/** The receiver has dealt with the matter: it ends with the receipt. */
export async function receiptSettled({ tx, held, input, path }: Stepping<SettleReceiptInput>): Promise<Effect> {
  const { item } = held;
  const faults: FieldFault[] = [];
  const settled = checkText(faults, [...path, "settled"], input.settled, { required: true, most: 2000 })!;
  const note = checkText(faults, [...path, "outcomeNote"], input.outcomeNote, { most: 2000 });
  assertValid(faults);
  const matter = await lockMatterBehind(tx, item.matterId!);
  await record(tx, await endMatter(tx, matter, input.outcome, note ?? settled));
  await endReceipts(tx, matter.id, "SETTLED", { except: item.id });
  const id = await insertDisposition(tx, item, settled);
  const effect = closed(tx, held, "SETTLED");
  const feedback = { type: "Disposition", id };
  return {
    ...effect,
    change: { ...effect.change, submittedBy: tx.actor.memberId, feedbackType: feedback.type, feedbackId: id },
    feedback,
  };
}
