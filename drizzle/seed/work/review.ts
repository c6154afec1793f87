import { addDays, startOf } from "../days.ts";
import type { Draft, Unit } from "../draft.ts";
import type { Row } from "../draft.ts";
import type * as tables from "../../tables/index.ts";
import { closing, newId, step } from "./step.ts";
import { clockByHand } from "./step.ts";
import { type Actor, command, type Doing, type Ledger } from "./ledger.ts";
import type { Item } from "./rows.ts";

type Decision = Row<typeof tables.reviewLines>;

/** The review of a member's week under way, with what was decided and said of its lines. */
export interface Review {
  row: { id: string; stationId: string; memberId: string; weekStart: string; revision: number; createdAt: Date };
  decisions: Decision[];
  comments: Row<typeof tables.reviewComments>[];
}

/** A week of a station that its chief signs, the members one after another. */
export interface Signing {
  stationId: string;
  week: string;
  at: Date;
  by: Actor;
}

export interface Reviewing {
  ledger: Ledger;
  station: Unit;
  week: string;
  chief: Actor;
}

interface Line {
  item: Item;
  key: string;
}

export const lineOf = (item: Item): Line => ({ item, key: `WORK:${item.row.id}` });

/** What waits is closed, on all lines the last word is that they are accepted. */
export function acceptLines(of: Reviewing, memberId: string, at: Date, lines: readonly Line[]): void {
  command(of.ledger, at, of.chief, (doing) => {
    const review = reviewOf(of, doing, memberId);
    for (const { item, key } of lines) {
      if (item.row.state === "SUBMITTED") step(doing, item, "CLOSE", closing(doing, item, "ACCEPTED"));
      decide(review, doing, { lineKey: key, decision: "ACCEPTED", reason: null, itemId: item.row.id });
    }
    tell(of, doing, review, "acceptLines", { lines: lines.map(({ key }) => key) });
  });
}

/** It goes back, due by the end of the next week, on whose list it stands by that. */
export function returnLine(of: Reviewing, memberId: string, at: Date, { item, key }: Line, reason: string): void {
  const dueOn = addDays(of.week, 13);
  command(of.ledger, at, of.chief, (doing) => {
    const review = reviewOf(of, doing, memberId);
    const { row, clocks } = item;
    const round = row.round + 1;
    const rework = clockByHand(of.ledger, at, new Date(startOf(addDays(dueOn, 1))));
    step(doing, item, "RETURN", {
      change: { round, returns: row.returns + 1, submittedBy: null },
      clocks: [
        ...of.ledger.draft.ledgerRules.voided(clocks, at, ["FEEDBACK"]),
        { ...rework, round, startedSequence: row.lastSequence + 1 },
      ],
      reason,
    });
    decide(review, doing, { lineKey: key, decision: "RETURNED", reason, itemId: row.id });
    tell(of, doing, review, "returnLine", { line: key, dueOn }, reason);
  });
}

/** A word on the week as a whole. */
export function comment(of: Reviewing, memberId: string, at: Date, text: string): void {
  command(of.ledger, at, of.chief, (doing) => {
    const review = reviewOf(of, doing, memberId);
    const said = { saidAt: at.toISOString(), saidBy: of.chief.accountId, speaker: of.chief.displayName };
    review.comments.push({ id: newId(of.ledger, at), reviewId: review.row.id, lineKey: null, text, ...said });
    tell(of, doing, review, "comment", { line: null, text });
  });
}

function reviewOf({ ledger, station, week }: Reviewing, { at }: Doing, memberId: string): Review {
  const known = ledger.reviews.find(
    ({ row }) => row.memberId === memberId && row.weekStart === week && row.stationId === station.id,
  );
  if (known) return known;
  const row = { id: newId(ledger, at), stationId: station.id, memberId, weekStart: week, revision: 1, createdAt: at };
  const review: Review = { row, decisions: [], comments: [] };
  ledger.reviews.push(review);
  return review;
}

function decide(
  { row, decisions }: Review,
  { ledger, at, by }: Doing,
  said: Pick<Decision, "lineKey" | "decision" | "reason" | "itemId">,
) {
  const told = { decidedAt: at.toISOString(), decidedBy: by.accountId, decider: by.displayName };
  decisions.push({ id: newId(ledger, at), reviewId: row.id, sequence: decisions.length + 1, ...told, ...said });
}

function tell(
  { ledger, station, week }: Reviewing,
  { deeds }: Doing,
  { row }: Review,
  action: string,
  said: object,
  reason: string | null = null,
): void {
  deeds.push({
    ...{ action: `weekReview.${action}`, entity: { type: "WeekReview", id: row.id }, reason },
    after: { ...whose(ledger.draft, row.memberId), stationId: station.id, week, ...said },
  });
}

function whose({ members }: Draft, memberId: string) {
  const { name, badge } = members.find(({ id }) => id === memberId)!;
  return { memberId, member: name, badge };
}
