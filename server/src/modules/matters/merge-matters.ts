import { authorize, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { cancelled, lockBesides, step } from "#modules/work";
import { assertOpen } from "./end-matter.ts";
import type { MergeMattersInput } from "./matter.inputs.ts";
import { mayHandleMatters } from "./matter.policy.ts";
import { lockWithWork, type OpenWork, passMergesOn, saveMatter } from "./matter.store.ts";
import { endReceipts } from "./receipts.ts";

export function mergeMatters(ctx: Context, input: MergeMattersInput) {
  return inTransaction(ctx, "mergeMatters", input, async (tx) => {
    const { from, into, work } = await lockBoth(tx, input);
    const paths = { from: ["input", "fromId"], into: ["input", "intoId"] };
    authorize(tx.actor, mayHandleMatters, from.stationId);
    authorize(tx.actor, mayHandleMatters, into.stationId);
    if (from.id === into.id)
      throw new Conflict([{ path: paths.into, code: "MATTER_MERGED_WITH_ITSELF", params: { number: from.number } }]);
    assertOpen(from, paths.from);
    assertOpen(into, paths.into);
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { most: 500 });
    assertValid(faults);
    const change = { outcome: "MERGED", mergedIntoId: into.id } as const;
    await saveMatter(tx, from.id, { ...change, endedAt: tx.now });
    await passMergesOn(tx, from.id, into.id);
    await saveMatter(tx, into.id, {});
    await record(
      tx,
      {
        action: "matter.merge",
        entity: { type: "Matter", id: from.id },
        before: { outcome: null, mergedIntoId: null },
        after: { ...change, endedAt: tx.now.toISOString() },
        reason,
      },
      { action: "matter.takeIn", entity: { type: "Matter", id: into.id }, after: { id: from.id }, reason },
    );
    await endReceipts(tx, from.id, "PASSED_ON");
    for (const item of work.filter(({ kind }) => kind !== "RECEIPT")) await pass(tx, item, input, reason);
    return { id: into.id };
  });
}

async function pass(
  tx: Transaction,
  { id }: OpenWork,
  { openItems, intoId }: MergeMattersInput,
  reason: string | null,
) {
  const held = await lockBesides(tx, id);
  if (openItems === "MOVE") await step(tx, held, "MOVE_MATTER", { change: { matterId: intoId }, reason });
  else await step(tx, held, "CANCEL", { ...cancelled(tx, held), reason });
}

/** In the order of their ids, so that two merges never wait for each other. */
async function lockBoth(tx: Transaction, { fromId, intoId }: MergeMattersInput) {
  const lockFrom = () => lockWithWork(tx, fromId, ["input", "fromId"]);
  const lockInto = () => lockWithWork(tx, intoId, ["input", "intoId"]);
  if (fromId <= intoId) {
    const { matter: from, work } = await lockFrom();
    return { from, work, into: (await lockInto()).matter };
  }
  const { matter: into } = await lockInto();
  const { matter: from, work } = await lockFrom();
  return { from, work, into };
}
