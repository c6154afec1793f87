import type { PgTable } from "drizzle-orm/pg-core";
import * as tables from "../tables/index.ts";
import type { Draft } from "./draft.ts";
import { changesOf, type Told } from "./log/log-of.ts";
import { gridPeriods, unitPeriods } from "./past/changes.ts";
import type { Period } from "./past/periods.ts";

interface Rows {
  table: PgTable;
  rows: object[];
}

/** A bureau's rows but for its accounts, in the order in which they may be written. What a table has no column for is not written. */
export function rowsOf(draft: Draft, told: Told): Rows[] {
  const changes = changesOf(told);
  const versioned = (row: { id: string }) => Object.assign({ version: 1 + (changes.get(row.id) ?? 0) }, row);
  const named = <T extends { name: string }>(row: T) => ({ ...row, nameInitials: draft.initialsOf(row.name) });
  return [
    { table: tables.units, rows: draft.units.map((unit) => versioned(named(unit))) },
    { table: tables.divisions, rows: draft.divisions.map(named) },
    { table: tables.members, rows: draft.members.map(versioned) },
    {
      table: tables.memberUnits,
      rows: draft.members.flatMap((member) => periodRows({ memberId: member.id }, unitPeriods(draft, member))),
    },
    { table: tables.serviceBreaks, rows: draft.breaks },
    { table: tables.grids, rows: draft.grids.map(versioned) },
    {
      table: tables.gridFacts,
      rows: draft.grids.flatMap((grid) => periodRows({ gridId: grid.id }, gridPeriods(draft, grid))),
    },
    { table: tables.dutyHolders, rows: draft.dutyHolders },
    { table: tables.staffingStandards, rows: draft.standards.map(versioned) },
    { table: tables.dutyLines, rows: draft.dutyLines },
    { table: tables.listSchemes, rows: draft.listSchemes },
    { table: tables.assignments, rows: draft.assignments.map(versioned) },
    {
      table: tables.absences,
      rows: draft.absences.map((row) => Object.assign({ version: row.endedAtFirst === undefined ? 1 : 2 }, row)),
    },
  ];
}

const periodRows = <T extends object>(owner: object, periods: readonly Period<T>[]) =>
  periods.map(({ facts, ...period }) => Object.assign({}, owner, period, facts));

export function entriesOf({ newId, accounts }: Draft, { entries }: Told) {
  const ids = new Map(accounts.map(({ name, accountId }) => [name, accountId]));
  return entries.map(({ at, by, command, action, entity, before = null, after = null, reason = null }) => ({
    ...{ id: newId(), at: at.toISOString(), accountId: ids.get(by) ?? null, actorName: by, action },
    ...{ entityType: entity.type, entityId: entity.id, before, after, reason, requestId: `demo-${command}` },
  }));
}

export const eventsOf = ({ newId }: Draft, { entries }: Told) =>
  entries.map(({ at, action, entity }) => ({
    ...{ id: newId(), at: at.toISOString(), type: action, entityType: entity.type, entityId: entity.id },
  }));
