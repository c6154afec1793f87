import { Conflict } from "#kernel/errors";
import { type Effect, memberOf, type Stepping } from "#modules/work";
import type { HandReceiptOnInput } from "./matter.inputs.ts";
import { lockMatterBehind, nextItemNumber } from "./matter.store.ts";
import { endReceipts, openReceipt } from "./receipts.ts";

/** It stays with who has it until the other accepts; whoever was asked before is asked no more. */
export async function receiptHandedOn({
  tx,
  held,
  input,
  reason,
  path,
}: Stepping<HandReceiptOnInput>): Promise<Effect> {
  const { item } = held;
  const { memberId } = await memberOf(tx, input.memberId, [...path, "memberId"]);
  if (memberId === item.memberId)
    throw new Conflict([
      { path: [...path, "memberId"], code: "MATTER_RECEIVED_BY_THEM", params: { number: item.number } },
    ]);
  const matter = await lockMatterBehind(tx, item.matterId!);
  await endReceipts(tx, matter.id, "PASSED_ON", { except: item.id, only: "HANDED" });
  const number = await nextItemNumber(tx, matter);
  await openReceipt(tx, matter, { memberId: memberId!, number, parentId: item.id, reason });
  return {};
}
