import type { Clock } from "./clock.ts";
import type { Ledger } from "./ledger.ts";
import type { Item, TickRow } from "./rows.ts";

/** So many of those that fell due last are left to the first start to tell of: a desk on which something happens, and not all at once. */
const leftToTell = 4;

interface Breach {
  item: Item;
  clock: Clock;
}

/**
 * What fell due before the demo was loaded counts as told by then, for whoever looks at its desks first: else all of it would be told, and
 * go up to the stations, within minutes.
 */
export function tellOfBreaches(ledger: Ledger): void {
  const breaches = ledger.items.filter(({ row }) => row.suspendedSince === null).flatMap(breachesOf(ledger));
  breaches.sort((one, other) => other.clock.dueAt.getTime() - one.clock.dueAt.getTime());
  for (const { item, clock } of breaches.slice(leftToTell)) {
    ledger.ticks.push(...ticksOf(ledger, item, clock));
    item.clocks = item.clocks.map((each) => (each.id === clock.id ? { ...each, breachedAt: each.dueAt } : each));
    item.row.isLate = true;
  }
}

const breachesOf =
  ({ draft: { now } }: Ledger) =>
  (item: Item): Breach[] =>
    item.clocks
      .filter(({ satisfiedAt, voidAt, dueAt }) => satisfiedAt === null && voidAt === null && dueAt <= now)
      .map((clock) => ({ item, clock }));

/** That it was overdue and, where that long had passed, that it was to go up. */
function ticksOf(ledger: Ledger, { row }: Item, clock: Clock): TickRow[] {
  const { id: clockId, clock: kind, round, dueAt } = clock;
  const of = { itemId: row.id, clockId, clock: kind, round, level: row.level, waitsUntil: null };
  const told: TickRow[] = [{ ...of, kind: "OVERDUE", at: dueAt, toldAt: dueAt }];
  const within = ledger.rules.find(({ id }) => id === clock.ruleId)?.escalateAfter;
  if (!within) return told;
  const unit = clock.unit === "MINUTES" ? clock.unit : ("WORKING_MINUTES" as const);
  const basis = { startedAt: dueAt, unit, budget: within, extendedBy: 0, warnAtPercent: 0 };
  const { dueAt: at } = ledger.draft.ledgerRules.dueBy(ledger.calendar, basis, []);
  if (at <= ledger.draft.now) told.push({ ...of, kind: "ESCALATED", at, toldAt: at });
  return told;
}
