import { authorize, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { type FieldFault, Invalid } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { memberOf } from "#modules/work";
import { checkAddress, checkCategory, checkDescription, checkHappened, checkTitle } from "./matter.checks.ts";
import type { RegisterMatterInput } from "./matter.inputs.ts";
import { checkParties, veiledParties } from "./parties.ts";
import { stationOf } from "./place.ts";
import { recordMatter } from "./record-matter.ts";
import { mayRegisterMatters } from "./matter.policy.ts";

export function registerMatter(ctx: Context, input: RegisterMatterInput) {
  return inTransaction(ctx, "registerMatter", veiledParties(ctx, input), async (tx) => {
    const stationId = await stationOf(tx, input);
    authorize(tx.actor, mayRegisterMatters, stationId);
    const receiver = await receiverOf(tx, input);
    await checkCategory(tx, input.categoryId, input.kind);
    const faults: FieldFault[] = [];
    const said = {
      kind: input.kind,
      categoryId: input.categoryId,
      source: input.source,
      urgency: input.urgency ?? ("ORDINARY" as const),
      title: checkTitle(faults, input.title)!,
      description: checkDescription(faults, input.description),
      gridId: input.gridId ?? null,
      stationId,
      address: checkAddress(faults, input.address),
      happenedAt: checkHappened(faults, input.happenedAt ?? tx.now, tx.now).toISOString(),
      ...receiver,
    };
    if (said.gridId === null && said.address === null) faults.push({ path: ["input", "address"], code: "REQUIRED" });
    const parties = checkParties(faults, input.contacts ?? []);
    assertValid(faults);
    return { id: await recordMatter(tx, said, parties) };
  });
}

/** Who has it in hand first, and who registers it where that is another one. */
async function receiverOf(tx: Transaction, { firstReceiverId: given }: RegisterMatterInput) {
  const path = ["input", "firstReceiverId"];
  const own = tx.actor.memberId;
  const firstReceiverId = given ?? own;
  if (!firstReceiverId) throw new Invalid([{ path, code: "REQUIRED" }]);
  await memberOf(tx, firstReceiverId, path);
  return { firstReceiverId, registrarId: own === firstReceiverId ? null : own };
}
