import { authorize, inTransaction, type Transaction } from "#kernel/command";
import type { Context } from "#kernel/context";
import { Conflict, type FieldFault, Forbidden } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { record } from "#kernel/record";
import { checkText } from "#kernel/text";
import { assertTaker } from "./begin-handover.ts";
import type { ConfirmHandoverInput, EndHandoverInput } from "./handover.inputs.ts";
import {
  endHandover,
  endLines,
  endMovedLine,
  givenWork,
  holdItems,
  type Line,
  linesOf,
  lockHandover,
  sideOf,
  type Waiting,
} from "./handover.store.ts";
import { type Effect, step } from "./step.ts";
import { openStates } from "./work-actions.rules.ts";
import { mayIssueWork } from "./work.policy.ts";
import type { HeldItem } from "./work.store.ts";

/** The taker signs: all that is still the giver's moves at once, each by an event of its own; what is not is left out and said so. */
export function confirmHandover(ctx: Context, input: ConfirmHandoverInput) {
  return inTransaction(ctx, "confirmHandover", input, async (tx) => {
    const handover = await lockHandover(tx, input.id);
    assertTakerSigns(tx, handover);
    assertWaits(handover);
    const { giverId: id, stationId } = handover;
    assertTaker({ id, stationId }, await sideOf(tx, handover.takerId, ["input", "id"]), ["input", "id"]);
    const lines = await linesOf(tx, handover.id);
    const held = await holdItems(
      tx,
      lines.map(({ itemId }) => itemId),
    );
    const theirs = new Set((await givenWork(tx, handover.giverId, handover.takerId, true)).map((item) => item.id));
    const moved: string[] = [];
    for (const line of lines) {
      const taken = held.find(({ item }) => item.id === line.itemId)!;
      if (await takeOver(tx, handover, line, { held: taken, isTheirs: theirs.has(line.itemId) }))
        moved.push(taken.item.number);
    }
    await endHandover(tx, handover.id, "CONFIRMED", null);
    await record(tx, {
      action: "handover.confirm",
      entity: { type: "Handover", id: handover.id },
      after: { moved, leftOut: held.map(({ item }) => item.number).filter((number) => !moved.includes(number)) },
    });
    return { id: handover.id };
  });
}

interface Taking {
  held: HeldItem;
  isTheirs: boolean;
}

async function takeOver(tx: Transaction, handover: Waiting, line: Line, { held, isTheirs }: Taking): Promise<boolean> {
  if (!isTheirs) {
    const isOpen = (openStates as readonly string[]).includes(held.item.state);
    await endLines(tx, [line.id], isOpen ? "ELSEWHERE" : "OVER");
    return false;
  }
  const { eventId } = await step(tx, held, "HAND_OVER", { ...movedTo(handover, held), reason: handover.reason });
  await endMovedLine(tx, line, eventId);
  return true;
}

/** Where the seat itself has passed to the taker, its work stands there already; else it goes to the taker as it is, about the same grid. */
function movedTo({ giverId, takerId }: Waiting, { item, answerers }: HeldItem): Effect {
  const holds = (memberId: string) => answerers.some(({ holderId }) => holderId === memberId);
  if (item.duty !== null && holds(takerId) && !holds(giverId)) return {};
  return { change: { duty: null, memberId: takerId } };
}

export const declineHandover = (ctx: Context, input: EndHandoverInput) =>
  calledOff(ctx, input, {
    command: "declineHandover",
    action: "handover.decline",
    outcome: "DECLINED",
    assert: assertTakerSigns,
  });

export const withdrawHandover = (ctx: Context, input: EndHandoverInput) =>
  calledOff(ctx, input, {
    command: "withdrawHandover",
    action: "handover.withdraw",
    outcome: "WITHDRAWN",
    assert: assertGives,
  });

interface CallingOff {
  command: string;
  action: string;
  outcome: "DECLINED" | "WITHDRAWN";
  assert: (tx: Transaction, handover: Waiting) => void;
}

const calledOff = (ctx: Context, input: EndHandoverInput, { command, action, outcome, assert }: CallingOff) =>
  inTransaction(ctx, command, input, async (tx) => {
    const handover = await lockHandover(tx, input.id);
    assert(tx, handover);
    assertWaits(handover);
    const faults: FieldFault[] = [];
    const reason = checkText(faults, ["input", "reason"], input.reason, { required: true, most: 500 });
    assertValid(faults);
    const lines = await linesOf(tx, handover.id);
    await endLines(
      tx,
      lines.map(({ id }) => id),
      "CALLED_OFF",
    );
    await endHandover(tx, handover.id, outcome, reason);
    await record(tx, { action, entity: { type: "Handover", id: handover.id }, after: { outcome }, reason });
    return { id: handover.id };
  });

const path = ["input", "id"];

function assertTakerSigns({ actor }: Transaction, { takerId }: Waiting) {
  if (actor.memberId !== takerId) throw new Forbidden([{ path, code: "HANDOVER_TAKER_SIGNS" }]);
}

function assertGives({ actor }: Transaction, { giverId, stationId }: Waiting) {
  if (actor.memberId !== giverId) authorize(actor, mayIssueWork, stationId);
}

function assertWaits({ outcome }: Waiting) {
  if (outcome !== null) throw new Conflict([{ path, code: "HANDOVER_ENDED" }]);
}
