import { addressOf, closed, type Effect, type Stepping } from "#modules/work";
import { lockMatter } from "#modules/matters";
import { addressed, issueOrders } from "./order-draft.ts";
import type { FollowUpWorkInput } from "./order.inputs.ts";

/** The order is closed and the next one issued, in one transaction: the chain has no gap. */
export async function followUpWork({ tx, held, input, reason, path }: Stepping<FollowUpWorkInput>): Promise<Effect> {
  const matter = await lockMatter(tx, held.item.matterId!, [...path, "id"]);
  const address = await addressOf(tx, input.to, [...path, "to"]);
  const to = addressed(tx, input.orderKind, address, [...path, "to"], matter);
  await issueOrders(tx, input, [to], { matter, parent: held.item, batchId: null, reason });
  return closed(tx, held, "FOLLOWED_UP");
}
