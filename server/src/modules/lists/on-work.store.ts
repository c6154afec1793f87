import { workItems } from "@maple-bridge/drizzle/tables";
import type { Transaction } from "#kernel/command";
import { dayOf } from "#kernel/day";
import { inCommand, readingIn, rowUnder, sql as fragment } from "#kernel/read";
import { frozenWork, keeping, mindsFreeze } from "#modules/work";
import { reviewsFreezing } from "./frozen.rows.ts";

frozenWork.add((item, reading) => fragment`exists (select from ${reviewsFreezing(item, reading)})`);

interface Frozen {
  week: string;
  signer: string;
  signedAt: Date;
}

async function frozenBy(tx: Transaction, itemId: string): Promise<Frozen | undefined> {
  const [row] = await tx.sql<Frozen[]>`
    select f.week_start::text as week, f.signer, f.signed_at from work_items i
    cross join lateral (select frozen.* from ${inCommand(tx, reviewsFreezing(rowUnder(workItems, "i"), readingIn(tx)))} order by frozen.signed_at desc limit 1) f
    where i.bureau_id = ${tx.bureauId} and i.id = ${itemId}`;
  return row;
}

/** Says who has signed the week in which it ended, when, and who may open it again. */
keeping.answeredBy(async (tx, { item, action }) => {
  const hasEnded = item.state === "CLOSED" || item.state === "MISSED";
  const frozen = mindsFreeze(action) && hasEnded ? await frozenBy(tx, item.id) : undefined;
  if (!frozen) return [];
  const { week, signer, signedAt } = frozen;
  const params = { number: item.number, week, signer, at: dayOf(signedAt) };
  return [{ path: ["input", "id"], code: "WORK_IN_SIGNED_WEEK", params }];
});
