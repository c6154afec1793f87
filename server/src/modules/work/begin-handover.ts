import { authorize, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault, Invalid } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import type { BeginHandoverInput } from "./handover.inputs.ts";
import { type Given, givenWork, insertHandover, type Side, sideOf } from "./handover.store.ts";
import { mayIssueWork } from "./work.policy.ts";

const most = 100;

/** The giver signs by beginning it; for one who has left or is away, who commands begins it. */
export function beginHandover(ctx: Context, input: BeginHandoverInput) {
  return inTransaction(ctx, "beginHandover", input, async (tx) => {
    const giver = await sideOf(tx, input.giverId, ["input", "giverId"]);
    const isSignedByGiver = tx.actor.memberId === giver.id;
    if (!isSignedByGiver) authorize(tx.actor, mayIssueWork, giver.unitId);
    assertGiver(giver, isSignedByGiver);
    const taker = await sideOf(tx, input.takerId, ["input", "takerId"]);
    assertTaker(giver, taker);
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { most: 500 });
    assertValid(faults);
    const items = chosenOf(input, await givenWork(tx, giver.id, taker.id));
    const { stationId } = giver;
    const beginning = { stationId, giverId: giver.id, takerId: taker.id, reason, isSignedByGiver };
    const id = await insertHandover(
      tx,
      beginning,
      items.map((item) => item.id),
    );
    await recordBegun(tx, id, { giver, taker, items, reason });
    return { id };
  });
}

function assertGiver({ name, hasLeft, isAway }: Side, isSignedByGiver: boolean) {
  const path = ["input", "giverId"];
  if (isSignedByGiver && hasLeft) throw new Conflict([{ path, code: "WORK_MEMBER_LEFT", params: { member: name } }]);
  if (!isSignedByGiver && !hasLeft && !isAway)
    throw new Conflict([{ path, code: "HANDOVER_GIVER_SIGNS", params: { member: name } }]);
}

export function assertTaker(
  giver: Pick<Side, "id" | "stationId">,
  taker: Side,
  path: FieldFault["path"] = ["input", "takerId"],
) {
  const params = { member: taker.name };
  if (taker.id === giver.id) throw new Conflict([{ path, code: "HANDOVER_TO_ONESELF", params }]);
  if (taker.hasLeft) throw new Conflict([{ path, code: "WORK_MEMBER_LEFT", params }]);
  if (taker.stationId !== giver.stationId) throw new Conflict([{ path, code: "HANDOVER_OTHER_STATION", params }]);
}

/** All that there is, but for what was not asked for; what was asked for must be there. */
function chosenOf({ itemIds, gridId, duty }: BeginHandoverInput, all: readonly Given[]): readonly Given[] {
  const given = new Map(all.map((item) => [item.id, item]));
  const missing = (itemIds ?? []).findIndex((id) => !given.has(id));
  if (missing >= 0) throw new Conflict([{ path: ["input", "itemIds", missing], code: "HANDOVER_NOT_THEIRS" }]);
  const chosen = all.filter(
    (item) =>
      (!itemIds || itemIds.includes(item.id)) && (!gridId || item.gridId === gridId) && (!duty || item.duty === duty),
  );
  const path = ["input", itemIds ? "itemIds" : "giverId"];
  if (chosen.length === 0) throw new Conflict([{ path, code: "HANDOVER_NOTHING" }]);
  if (chosen.length > most) throw new Invalid([{ path, code: "HANDOVER_TOO_MANY", params: { most } }]);
  return chosen;
}

interface Begun {
  giver: Side;
  taker: Side;
  items: readonly Given[];
  reason: string | null;
}

const recordBegun = (tx: Transaction, id: string, { giver, taker, items, reason }: Begun) =>
  record(tx, {
    action: "handover.begin",
    entity: { type: "Handover", id },
    after: { giver: giver.name, taker: taker.name, numbers: items.map(({ number }) => number) },
    reason,
  });
