import { workItems } from "@maple-bridge/drizzle/tables";
import { everything, type Fragment, type Reading, rowUnder, sql } from "#kernel/read";
import { isInSight } from "./work.rows.ts";

/** What hangs on an item is seen with it. */
export const withItem = {
  visibleTo: ({ itemId }: { itemId: Fragment }, reading: Reading) => isItemIdInSight(itemId, reading),
  seenWith: { rule: isInSight, key: ({ itemId }: { itemId: Fragment }) => itemId },
};

function isItemIdInSight(itemId: Fragment, reading: Reading): Fragment {
  if (reading.caller.reach() === "all") return everything;
  const sight = isInSight(rowUnder(workItems, "seen"), reading);
  return sql`exists (select from work_items seen where seen.bureau_id = ${reading.bureau} and seen.id = ${itemId} and ${sight})`;
}
