import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "#kernel/command";
import { always, changedFrom, type Dated, factsOn } from "#kernel/dated";
import { periodsOf, savePeriods } from "#kernel/dated.store";
import { dayOf } from "#kernel/day";
import type { FieldFault } from "#kernel/errors";
import { checkReason } from "#kernel/reason";
import { faultsOfPlaces } from "./grid.rules.ts";
import { type DatedFacts, datedFacts, factsTable, type FixedFacts, placesOf } from "./grid.store.ts";

export interface FactsChange {
  /** The first day it is so. */
  from: string;
  reason: string | null;
  before: Dated<DatedFacts>[];
  after: Dated<DatedFacts>[];
}

interface Asked {
  from?: string | null;
  reason?: string | null;
}

/** What a grid's facts come to with the change from the day on: today when none is given, and always for one before it opened. */
export async function plannedChange(
  tx: Transaction,
  faults: FieldFault[],
  grid: FixedFacts & { id: string },
  change: Partial<DatedFacts>,
  asked: Asked,
): Promise<FactsChange> {
  const before = await periodsOf(tx, factsTable, grid.id);
  const day = asked.from ?? dayOf(tx.now);
  const from = day <= grid.openedOn ? always : day;
  const differs = Object.keys(differing(factsOn(before, from), change)).length > 0;
  const since = from === always ? grid.openedOn : from;
  const reason = checkReason(faults, asked.reason, differs ? since : tx.now, tx.now);
  return { from, reason, before, after: changedFrom(before, { from, change, reason, groups: factsTable.groups }) };
}

export const differing = <T extends object>(facts: T, change: Partial<T>): Partial<T> =>
  Object.fromEntries(Object.entries(change).filter(([key, value]) => facts[key as keyof T] !== value)) as Partial<T>;

/** What is wrong with where the grid would lie, in each of the times that are changed; in all of them where it lies elsewhere altogether. */
export async function faultsOfChange(
  tx: Transaction,
  grid: FixedFacts,
  { before, after }: FactsChange,
  liesElsewhere = false,
): Promise<FieldFault[]> {
  const isAsWas = (period: object) => before.some((was) => isDeepStrictEqual({ ...was }, { ...period }));
  const changed = after.filter((period) => liesElsewhere || !isAsWas(period));
  const faults: FieldFault[] = [];
  for (const period of changed) {
    const closedOn = earliest(period.endsOn, grid.closedOn);
    const found = faultsOfPlaces(
      { ...grid, ...period, closedOn },
      await placesOf(tx, { ...period, divisionId: grid.divisionId }),
    );
    faults.push(...found.filter((fault) => !faults.some((known) => isDeepStrictEqual(known, fault))));
  }
  return faults;
}

const earliest = (one: string | null, other: string | null) =>
  one === null || (other !== null && other < one) ? other : one;

export const saveFacts = (tx: Transaction, gridId: string, { before, after }: FactsChange) =>
  savePeriods(tx, factsTable, [{ id: gridId, before, after }]);

/** As the audit log tells it: what became of the facts of the day, and from which day. */
export function factsTold({ from, before, after }: FactsChange): {
  before: Partial<DatedFacts>;
  after: Partial<DatedFacts>;
} {
  const [was, is] = [factsOn(before, from), factsOn(after, from)];
  const keys = datedFacts.filter((key) => key !== "nameInitials" && was[key] !== is[key]);
  const told = (facts: DatedFacts) => Object.fromEntries(keys.map((key) => [key, facts[key]]));
  return { before: told(was), after: told(is) };
}
