import { inTransaction, type Transaction } from "#kernel/command";
import { assertVersion } from "#kernel/command-input";
import type { Context } from "#kernel/context";
import { type FieldFault, NotFound } from "#kernel/errors";
import { assertValid } from "#kernel/faults";
import { type Deed, record } from "#kernel/record";
import { assertMay, closed, lockWork, step } from "#modules/work";
import type { AcceptLinesInput, LineInput } from "./lists.inputs.ts";
import {
  authorizeReview,
  holdWeek,
  insertDecisions,
  lastReviews,
  linesOf,
  type LineRow,
  openReview,
  type Week,
  weekDeed,
} from "./week-review.store.ts";

const mostLines = 200;

export function acceptLines(ctx: Context, input: AcceptLinesInput) {
  return inTransaction(ctx, "acceptLines", input, async (tx) => {
    const week = await holdWeek(tx, input);
    const review = (await lastReviews(tx, week.stationId, week.week, [week.memberId])).get(week.memberId);
    authorizeReview(week, review);
    assertNamed(input.lines);
    const lines = await linesOf(tx, { ...week, memberIds: [week.memberId] });
    const asked = input.lines.map((named, index) => ({
      line: lineNamed(lines, named.key, ["input", "lines", index, "key"]),
      expectedVersion: named.expectedVersion ?? null,
      path: ["input", "lines", index] as FieldFault["path"],
    }));
    const { id } = await openReview(tx, week, review);
    await record(tx, await acceptAll(tx, week, id, asked));
    return { id };
  });
}

function assertNamed(lines: readonly LineInput[]) {
  const faults: FieldFault[] = [];
  if (lines.length < 1 || lines.length > mostLines)
    faults.push({ path: ["input", "lines"], code: "OUT_OF_RANGE", params: { least: 1, most: mostLines } });
  if (new Set(lines.map(({ key }) => key)).size < lines.length)
    faults.push({ path: ["input", "lines"], code: "WEEK_LINE_TWICE" });
  assertValid(faults);
}

export function lineNamed(lines: readonly LineRow[], key: string, path: FieldFault["path"]): LineRow {
  const line = lines.find((each) => each.key === key);
  if (!line) throw new NotFound([{ path, code: "WEEK_LINE_UNKNOWN" }]);
  return line;
}

interface Accepted {
  line: LineRow;
  expectedVersion: number | null;
  path: FieldFault["path"];
}

/** The results that wait are accepted by the one way in which work is closed; work in the order of its ids. */
export async function acceptAll(
  tx: Transaction,
  week: Week,
  reviewId: string,
  asked: readonly Accepted[],
): Promise<Deed> {
  const inTurn = asked.toSorted((a, b) => ((a.line.itemId ?? "") < (b.line.itemId ?? "") ? -1 : 1));
  for (const { line, expectedVersion, path } of inTurn)
    if (line.itemId !== null && line.source === "WORK_DUE") await acceptWork(tx, line.itemId, expectedVersion, path);
  await insertDecisions(
    tx,
    reviewId,
    asked.map(({ line }) => ({ lineKey: line.key, decision: "ACCEPTED", reason: null, itemId: line.itemId })),
  );
  return weekDeed("acceptLines", reviewId, week, { lines: asked.map(({ line }) => line.key) });
}

async function acceptWork(tx: Transaction, itemId: string, expectedVersion: number | null, path: FieldFault["path"]) {
  const held = await lockWork(tx, itemId, [...path, "key"], ["CLOSE"]);
  if (expectedVersion !== null) assertVersion(held.item, { expectedVersion });
  if (held.item.state !== "SUBMITTED") return;
  assertMay(held, "CLOSE", [...path, "key"]);
  await step(tx, held, "CLOSE", closed(tx, held));
}
