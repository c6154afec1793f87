import { isDeepStrictEqual } from "node:util";
import { workClockMoves, workClocks } from "@maple-bridge/drizzle/tables";
import { insert, overwrite, type Transaction } from "#kernel/command";
import { askedIds, askInCommand, type Fragment, ofBureau, raw, sql as fragment } from "#kernel/read";
import { fromJson, jsonOf } from "./as-json.ts";
import { asRow } from "./as-row.ts";
import type { Clock } from "./clocks.rules.ts";

/** Of a due time that was set by hand, in hundredths. */
export const usualWarning = 20;

const columns = {
  id: "c.id",
  clock: "c.clock",
  round: "c.round",
  ruleId: "c.rule_id",
  calendarRevisionId: "c.calendar_revision_id",
  unit: "c.unit",
  startedAt: "c.started_at",
  startedSequence: "c.started_sequence",
  budget: "c.budget",
  extendedBy: "c.extended_by",
  dueAt: "c.due_at",
  warnAt: "c.warn_at",
  satisfiedAt: "c.satisfied_at",
  breachedAt: "c.breached_at",
  voidAt: "c.void_at",
  warnAtPercent: `coalesce(r.warn_at_percent, ${usualWarning})::int`,
} as const satisfies Record<keyof Clock, string>;

const moments = ["startedAt", "dueAt", "warnAt", "satisfiedAt", "breachedAt", "voidAt"] as const;

const from = raw(
  "from work_clocks c left join deadline_rules r on r.bureau_id = c.bureau_id and r.id = c.rule_id where c.bureau_id =",
);

const named = raw(
  Object.entries(columns)
    .map(([key, value]) => `${value} as "${key}"`)
    .join(", "),
);

const clocksStatement = fragment`
  select c.item_id, ${named} ${from} ${ofBureau} and c.item_id = any(${askedIds}) order by c.started_at, c.id`;

/** An item's clocks as JSON, in the order in which they began; `fromJson` of each is the clock. */
export const clocksJson = (itemId: Fragment): Fragment => fragment`(
  select coalesce(jsonb_agg(${jsonOf(columns)} order by c.started_at, c.id), '[]') ${from} ${ofBureau} and c.item_id = ${itemId})`;

export const clockFromJson = (clock: Clock): Clock => fromJson(clock, moments);

/** The clocks of items, with what their rules say of them. */
export const clocksOf = (tx: Transaction, itemIds: readonly string[]) =>
  askInCommand<Clock & { itemId: string }>(tx, clocksStatement, itemIds);

export function clockRow(itemId: string, { warnAtPercent: _of, ...clock }: Clock) {
  return Object.assign(asRow(clock), { itemId });
}

const changeableOf = (clock: Omit<Clock, "id">) => {
  const { unit, budget, extendedBy, ruleId, calendarRevisionId, dueAt, warnAt, satisfiedAt, breachedAt, voidAt } =
    clock;
  return { unit, budget, extendedBy, ruleId, calendarRevisionId, dueAt, warnAt, satisfiedAt, breachedAt, voidAt };
};

/** By when clocks were due that the step has moved: what was told of a past week stays. */
export const keepMoved = (
  tx: Transaction,
  sequence: number,
  before: readonly Clock[],
  after: readonly Clock[],
): Promise<void> => {
  const at = tx.now.toISOString();
  const moved = before.filter(({ id, dueAt }) => after.some((clock) => clock.id === id && +clock.dueAt !== +dueAt));
  return insert(
    tx,
    workClockMoves,
    moved.map(({ id, dueAt }) => ({ clockId: id, sequence, at, dueBefore: dueAt.toISOString() })),
  );
};

/** Nothing where none differs. */
function differing<T extends object>(was: T, is: T): Partial<T> | undefined {
  const keys = (Object.keys(is) as (keyof T)[]).filter((key) => !isDeepStrictEqual(was[key], is[key]));
  return keys.length === 0 ? undefined : (Object.fromEntries(keys.map((key) => [key, is[key]])) as Partial<T>);
}

/** Writes what differs of the clocks: those begun, and those that have changed. */
export async function saveClocks(tx: Transaction, itemId: string, before: readonly Clock[], after: readonly Clock[]) {
  const known = new Map(before.map((clock) => [clock.id, clock]));
  const begun = after.filter(({ id }) => !known.has(id));
  await insert(
    tx,
    workClocks,
    begun.map((clock) => clockRow(itemId, clock)),
  );
  for (const clock of after) {
    const was = known.get(clock.id);
    const changed = was && differing(changeableOf(was), changeableOf(clock));
    if (changed) await overwrite(tx, workClocks, clock.id, changed);
  }
}
