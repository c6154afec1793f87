import { addDays, startOf } from "../days.ts";
import type { ChecklistRows, Run } from "./checklist-rows.ts";
import type { Address, EventRow } from "./rows.ts";
import type { Ledger } from "./ledger.ts";
import { clockByHand, newId } from "./step.ts";

interface Opening {
  at: Date;
  on: string;
  stationId: string;
  grid: Address & { level: number };
  index: number;
}

/** Nobody's account: the server's own clock. */
const byClock: Pick<EventRow, "accountId" | "actorName" | "actorMemberId" | "cause" | "source"> = {
  ...{ accountId: null, actorName: "系统", actorMemberId: null, cause: "JOB", source: "DESK" },
};

/** A run of the seat, as the server opens it. */
export function openRun(
  ledger: Ledger,
  { of, template, version }: ChecklistRows,
  { at, on, stationId, grid, index }: Opening,
): Run {
  const { ledgerRules, root } = ledger.draft;
  const { windowDays, graceDays, lateDays, burdenMinutes } = of.content;
  const opensAt = new Date(startOf(on));
  const windowEndsOn = addDays(on, windowDays - 1);
  const clock = clockByHand(ledger, opensAt, new Date(startOf(addDays(windowEndsOn, 1))));
  const [id, eventId] = [newId(ledger, at), newId(ledger, at)];
  const number = `${of.code}-${on.replaceAll("-", "")}-${String(index + 1).padStart(4, "0")}`;
  const none = { orderKind: null, matterId: null, parentId: null, batchId: null, issuedBy: null, instructions: null };
  const open = { card: null, suspendedSince: null, closedAt: null, closedOn: null, outcome: null, submittedBy: null };
  const row: Run["row"] = {
    ...{ id, number, kind: "RUN", ...none, ...grid, stationId, issuerUnitId: template.stationId ?? root.id },
    ...{ urgency: "ORDINARY", title: of.name, photosAtLeast: 0, burdenMinutes, opensAt },
    ...{ templateId: template.id, templateVersionId: version.id, occurrenceOn: on, seatDuty: grid.duty! },
    ...{ windowEndsOn, graceDays, lateDays, missedAt: null },
    ...{ state: "ACCEPTED", stateSince: at, round: 1, returns: 0, ...open, feedbackType: null, feedbackId: null },
    ...{ lastSequence: 1, lastEventAt: at, lastEventId: eventId, version: 1, createdAt: at },
    ...ledgerRules.rolledUp([clock], { isSuspended: false }),
  };
  const run: Run = { row, clocks: [clock], pauses: [], matter: null };
  ledger.events.push({
    ...{ itemId: id, sequence: 1, id: eventId, at, happenedAt: null, action: "ISSUE", fromState: null },
    ...{ toState: "ACCEPTED", round: 1, ...byClock, ...answeringAt(ledger, run, at), ...addressOf(run) },
    ...{ reason: null, clock: null, dueBefore: null, dueAfter: null, feedbackType: null, feedbackId: null },
  });
  return run;
}

const addressOf = ({ row: { gridId, duty, memberId, unitId, level } }: Run) => ({
  ...{ gridId, duty, memberId, unitId, level },
});

function answeringAt({ answering }: Ledger, { row }: Run, at: Date) {
  const first = answering.of(row, at).find(({ memberId }) => memberId !== null);
  const isStandIn = first !== undefined && first.holderId !== first.memberId;
  return { answeredById: first?.memberId ?? null, onBehalfOfId: isStandIn ? first.holderId : null };
}

/** Its time and the days of grace have passed: as the clock tells it. */
export function miss(ledger: Ledger, run: Run): void {
  const { row } = run;
  const clock = run.clocks[0]!;
  const at = new Date(clock.dueAt.getTime() + row.graceDays * 86_400_000);
  const of = { itemId: row.id, clockId: clock.id, clock: clock.clock, round: 1, level: row.level, waitsUntil: null };
  if (row.graceDays > 0) ledger.ticks.push({ ...of, kind: "OVERDUE", at: clock.dueAt, toldAt: clock.dueAt });
  ledger.ticks.push({ ...of, kind: "MISSED", at, toldAt: at });
  const eventId = newId(ledger, at);
  ledger.events.push({
    ...{ itemId: row.id, sequence: 2, id: eventId, at, happenedAt: at, action: "MISS", fromState: row.state },
    ...{ toState: "MISSED", round: 1, ...byClock, ...answeringAt(ledger, run, at), ...addressOf(run) },
    ...{ reason: null, clock: clock.clock, dueBefore: null, dueAfter: null, feedbackType: null, feedbackId: null },
  });
  run.clocks = [{ ...clock, breachedAt: clock.dueAt, voidAt: at }];
  const rolled = ledger.draft.ledgerRules.rolledUp(run.clocks, { isSuspended: false });
  const left = { state: "MISSED", stateSince: at, missedAt: at, lastSequence: 2, lastEventAt: at } as const;
  Object.assign(row, rolled, left, { lastEventId: eventId, version: 2 });
}
