import type { Transaction } from "#kernel/command";
import { newId } from "#kernel/ids";
import type { Deed } from "#kernel/record";
import { schemeOf } from "#modules/grids";
import { planGrids } from "./grid-plan.rules.ts";
import { readGridGround, readMemberGround } from "./ground.store.ts";
import { deedsOfGrids, deedsOfMembers } from "./import-deeds.ts";
import type { ImportRow } from "./import.store.ts";
import { locate } from "./locate.ts";
import { planMembers } from "./member-plan.rules.ts";
import type { RowError } from "./row-error.ts";
import type { ParsedFile } from "./sheet-tasks.ts";
import {
  insertAssignments,
  insertDivisions,
  insertGrids,
  insertMembers,
  insertStations,
  updateGrids,
  updateMembers,
  type Wrote,
} from "./write.store.ts";

/** What a parsed file comes to on the ground as it is. */
export interface ImportWork {
  errors: RowError[];
  summary: Record<string, number>;
  /** How many rows `write` will tell of. */
  writes: number;
  write(wrote: Wrote): Promise<void>;
  deeds: Deed[];
}

interface How {
  /** The ground is held still, to be written on. */
  hold: boolean;
}

export function workOf(
  tx: Transaction,
  run: ImportRow,
  parsed: ParsedFile<ImportRow["kind"]>,
  how: How,
): Promise<ImportWork> {
  return run.kind === "GRIDS"
    ? gridWork(tx, run, parsed as ParsedFile<"GRIDS">, how)
    : memberWork(tx, run, parsed as ParsedFile<"MEMBERS">, how);
}

async function gridWork(tx: Transaction, run: ImportRow, parsed: ParsedFile<"GRIDS">, how: How): Promise<ImportWork> {
  const ground = await readGridGround(tx, how);
  const plan = planGrids(parsed.rows, ground, run.options, newId, parsed.refused);
  const { stations, divisions, created, changed, unchanged } = plan;
  return {
    errors: errorsOf(run, parsed, plan.faults),
    summary: {
      stationsCreated: stations.length,
      divisionsCreated: divisions.length,
      gridsCreated: created.length,
      gridsUpdated: changed.length,
      gridsUnchanged: unchanged,
    },
    writes: stations.length + divisions.length + created.length + changed.length,
    deeds: deedsOfGrids(plan, run.fileName),
    async write(wrote) {
      await insertStations(tx, stations, ground.bureau.rootId, run.options.openedOn, wrote);
      await insertDivisions(tx, divisions, wrote);
      await insertGrids(tx, created, schemeOf, wrote);
      await updateGrids(tx, changed, wrote);
    },
  };
}

async function memberWork(
  tx: Transaction,
  run: ImportRow,
  parsed: ParsedFile<"MEMBERS">,
  how: How,
): Promise<ImportWork> {
  const ground = await readMemberGround(tx, parsed.rows, run.options.from, how);
  const plan = planMembers(parsed.rows, ground, run.options, newId, parsed.refused);
  const { created, changed, unchanged, assignments, assignmentsUnchanged } = plan;
  return {
    errors: errorsOf(run, parsed, plan.faults),
    summary: {
      membersCreated: created.length,
      membersUpdated: changed.length,
      membersUnchanged: unchanged,
      assignmentsCreated: assignments.length,
      assignmentsUnchanged,
    },
    writes: created.length + changed.length + assignments.length,
    deeds: deedsOfMembers(plan, run.fileName),
    async write(wrote) {
      await insertMembers(tx, created, wrote);
      await updateMembers(tx, changed, wrote);
      await insertAssignments(tx, assignments, run.fileName, wrote);
    },
  };
}

const errorsOf = (
  run: ImportRow,
  { sheet, errors }: ParsedFile<ImportRow["kind"]>,
  faults: Parameters<typeof locate>[3],
) => [...errors, ...locate(sheet, run.mapping, run.kind, faults)].toSorted((one, other) => one.row - other.row);
