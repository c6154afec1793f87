import { matterCategories, matters } from "@maple-bridge/drizzle/tables";
import { authorizeBureau, insertNow, type Transaction } from "#kernel/command";
import { startOfDay } from "#kernel/day";
import { initialsOf } from "#kernel/pinyin";
import { bringItemsIn } from "#modules/work";
import type { MatterOutcome } from "./matter.enums.ts";
import { mayManageMatterCategories } from "./matter.policy.ts";
import type { NewMatter } from "./matter.store.ts";

/** A matter that stood in a ledger kept elsewhere until now. */
export interface BroughtMatter extends Omit<NewMatter, "happenedAt" | "registrarId"> {
  id: string;
  number: string;
  happenedOn: string;
  /** How it ended there, if it did. */
  ending: { outcome: MatterOutcome; note: string | null; on: string } | null;
  /** Of an open one: whoever received it first is to dispose of it. */
  receipt: { id: string; dueOn: string | null } | null;
}

/** Puts matters in as they stood, a portion at a time: open ones with the receipt of whoever has them now, ended ones with nothing owed. */
export async function bringMattersIn(tx: Transaction, brought: readonly BroughtMatter[]) {
  const registered = { registeredAt: tx.now.toISOString(), registeredBy: tx.actor.accountId, registrarId: null };
  await insertNow(
    tx,
    matters,
    brought.map(({ happenedOn, ending, receipt, ...said }) => ({
      ...said,
      ...registered,
      happenedAt: startOfDay(happenedOn),
      items: receipt ? 1 : 0,
      outcome: ending?.outcome ?? null,
      outcomeNote: ending?.note ?? null,
      endedAt: ending && startOfDay(ending.on),
    })),
  );
  await bringItemsIn(
    tx,
    brought.flatMap(({ receipt, ...matter }) => (receipt ? [receiptOf(matter, receipt)] : [])),
  );
}

const receiptOf = (
  { id: matterId, number, stationId, urgency, title, firstReceiverId }: Omit<BroughtMatter, "receipt">,
  { id, dueOn }: NonNullable<BroughtMatter["receipt"]>,
) => ({
  id,
  number: `${number}-1`,
  kind: "RECEIPT" as const,
  matterId,
  stationId,
  issuerUnitId: stationId,
  gridId: null,
  duty: null,
  memberId: firstReceiverId,
  unitId: null,
  level: 3,
  urgency,
  title,
  instructions: null,
  dueOn,
  closedOn: null,
});

export interface BroughtCategory {
  id: string;
  kind: NewMatter["kind"];
  code: string;
  name: string;
  position: number;
}

/** Categories that a ledger names and that were said to be ones of their own. */
export async function bringCategoriesIn(tx: Transaction, categories: readonly BroughtCategory[]) {
  authorizeBureau(tx.actor, mayManageMatterCategories);
  const first = { intakeClass: null, revision: 1, startsAt: tx.now.toISOString() };
  await insertNow(
    tx,
    matterCategories,
    categories.map((category) => ({ ...category, ...first, nameInitials: initialsOf(category.name) })),
  );
}
