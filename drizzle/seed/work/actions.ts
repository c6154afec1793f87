import type { Doing, FeedbackTable } from "./ledger.ts";
import { issueOrder, keepInHand, type Ordering, relieve } from "./matters.ts";
import type { Address, Card, Item, OrderKind } from "./rows.ts";
import { closing, newClock, newId, openItem, ruleFor, step } from "./step.ts";

export function accept(doing: Doing, item: Item): void {
  relieve(doing, item);
  step(doing, item, "ACCEPT");
}

/** A member of the unit takes on what was addressed to the unit. */
export function claim(doing: Doing, item: Item): void {
  relieve(doing, item);
  const change = { memberId: doing.by.memberId };
  step(doing, item, "CLAIM", { change });
}

export const arrive = (doing: Doing, item: Item) => step(doing, item, "ARRIVE");

const feedbackOf: Record<OrderKind | "TASK", readonly [type: string, table: FeedbackTable]> = {
  INCIDENT: ["SceneReport", "sceneReports"],
  CASE: ["CaseAnswer", "caseAnswers"],
  COMMUNITY: ["CommunityFeedback", "communityFeedbacks"],
  SUPERVISION: ["Rectification", "rectifications"],
  LINKAGE: ["LinkageResponse", "linkageResponses"],
  TASK: ["TaskResult", "taskResults"],
};

export function submit(doing: Doing, item: Item, said: object): void {
  const { ledger, at, by } = doing;
  const [type, table] = feedbackOf[item.row.orderKind ?? "TASK"];
  const id = newId(ledger, at);
  const { id: itemId, round } = item.row;
  ledger.feedback[table].push({ id, itemId, round, submittedAt: at, submittedBy: by.memberId, ...said });
  step(doing, item, "SUBMIT", {
    change: { submittedBy: by.memberId, feedbackType: type, feedbackId: id },
    feedback: { type, id },
  });
}

export function close(doing: Doing, item: Item): void {
  step(doing, item, "CLOSE", closing(doing, item, "ACCEPTED"));
  keepInHand(doing, item);
}

/** It is closed and the next order issued, in one. */
export function followUp(doing: Doing, item: Item, next: Omit<Ordering, "parent">): Item {
  const issued = issueOrder(doing, item.matter!, { ...next, parent: item });
  step(doing, item, "FOLLOW_UP", { ...closing(doing, item, "FOLLOWED_UP"), reason: next.reason ?? null });
  return issued;
}

export function returnIt(doing: Doing, item: Item, reason: string): void {
  const { ledger, at } = doing;
  const { row, clocks } = item;
  const rule = ruleFor(ledger, row);
  const round = row.round + 1;
  const begun = newClock(ledger, rule, {
    ...{ clock: "FEEDBACK", budget: (rule.reworkWithin ?? rule.feedbackWithin)!, round, startedAt: at },
    startedSequence: row.lastSequence + 1,
  });
  step(doing, item, "RETURN", {
    change: { round, returns: row.returns + 1, submittedBy: null },
    clocks: [...ledger.draft.ledgerRules.voided(clocks, at, ["FEEDBACK"]), begun],
    reason,
  });
}

export function decline(doing: Doing, item: Item, reason: string): void {
  step(doing, item, "DECLINE", { reason });
  if (item.row.kind === "ORDER") keepInHand(doing, item, true);
}

/** It is to be accepted anew, in a time of its own. */
export function readdress(doing: Doing, item: Item, to: Address & { level: number }, reason: string | null): void {
  const { ledger, at } = doing;
  const { row, clocks } = item;
  const rule = ruleFor(ledger, row);
  const ended = ledger.draft.ledgerRules.voided(clocks, at, ["ACCEPT"]);
  const begun = newClock(ledger, rule, {
    ...{ clock: "ACCEPT", budget: rule.acceptWithin!, round: row.round, startedAt: at },
    startedSequence: row.lastSequence + 1,
  });
  step(doing, item, "READDRESS", { to: "ISSUED", change: to, clocks: [...ended, begun], reason });
}

/** Whoever answers for it gets an order to put it right. */
export function supervise(doing: Doing, item: Item, card: Card, reason: string): Item {
  const { row, matter } = item;
  const supervision = openItem(doing, {
    ...{ kind: "ORDER", orderKind: "SUPERVISION", matter, parentId: row.id, urgency: row.urgency, title: row.title },
    ...{
      stationId: row.stationId,
      gridId: row.duty === null ? null : row.gridId,
      duty: row.duty,
      memberId: row.memberId,
    },
    ...{ unitId: row.unitId, level: row.level, issuerUnitId: doing.by.unitId, instructions: reason, reason },
  });
  step(doing, item, "SUPERVISE", { change: { card }, reason });
  return supervision;
}

export const urge = (doing: Doing, item: Item, reason: string | null = null) => step(doing, item, "URGE", { reason });

export function suspend(doing: Doing, item: Item, until: Date | null, reason: string): void {
  const { ledger, at } = doing;
  const begins = { id: newId(ledger, at), startsAt: at, endsAt: null, until, reason };
  step(doing, item, "SUSPEND", { change: { suspendedSince: at }, begins, reason });
}

export function resume({ ledger, at, ...of }: Doing, item: Item): void {
  const ends = { ...item.pauses.find(({ endsAt }) => endsAt === null)!, endsAt: at };
  const pauses = item.pauses.map((pause) => (pause.id === ends.id ? ends : pause));
  const clocks = ledger.draft.ledgerRules.worked(item.clocks, ledger.calendar, pauses);
  step({ ledger, at, ...of }, item, "RESUME", { change: { suspendedSince: null }, ends, clocks });
}

export function cancel(doing: Doing, item: Item, reason: string): void {
  const clocks = doing.ledger.draft.ledgerRules.voided(item.clocks, doing.at);
  step(doing, item, "CANCEL", { clocks, reason });
  keepInHand(doing, item);
}

export function askForMoreTime({ ledger, at, by, ...of }: Doing, item: Item, asked: number, reason: string): void {
  const clock = item.clocks.find((each) => each.clock === "FEEDBACK" && !each.satisfiedAt && !each.voidAt)!;
  const request = requestOf({ ledger, at, by, ...of }, item, reason);
  ledger.requests.push({ ...request, kind: "EXTENSION", clockId: clock.id, asked });
  step({ ledger, at, by, ...of }, item, "ASK_EXTENSION", { reason, clock: "FEEDBACK" });
}

export function grantMoreTime({ ledger, at, by, ...of }: Doing, item: Item, granted: number, opinion: string): void {
  const asked = ledger.requests.find(({ itemId, decidedAt }) => itemId === item.row.id && decidedAt === null)!;
  Object.assign(asked, { isGranted: true, granted, decidedAt: at, decidedBy: by.accountId, opinion });
  const extended = item.clocks.map((clock) =>
    clock.id === asked.clockId ? { ...clock, extendedBy: clock.extendedBy + granted } : clock,
  );
  const clocks = ledger.draft.ledgerRules.worked(extended, ledger.calendar, item.pauses);
  step({ ledger, at, by, ...of }, item, "GRANT_EXTENSION", { clocks, clock: "FEEDBACK", reason: opinion });
}

const requestOf = ({ ledger, at, by }: Doing, { row }: Item, reason: string) => ({
  ...{ id: newId(ledger, at), itemId: row.id, round: row.round, askedAt: at, askedBy: by.accountId, reason },
  ...{ clockId: null, asked: null, since: null, until: null },
  ...{ isGranted: null, granted: null, grantedFrom: null, decidedAt: null, decidedBy: null, opinion: null },
});
