import { createHash } from "node:crypto";
import { startOf } from "../days.ts";
import type { Duty, Grid, Unit } from "../draft.ts";
import type { ChecklistRows, Run } from "./checklist-rows.ts";
import { seatOf } from "./crew.ts";
import type { Ledger } from "./ledger.ts";
import { openRun } from "./runs.ts";
import { newId } from "./step.ts";

export const madeAt = (on: string) => new Date(Date.parse(startOf(on)) + 5 * 60_000);

/** As the server does in the night: a run for each seat at the station that owes one, with one entry for all of them. */
export function makeDay(
  ledger: Ledger,
  checklist: ChecklistRows,
  { station, grids, duties, on }: { station: Unit; grids: readonly Grid[]; duties: readonly Duty[]; on: string },
): Run[] {
  const at = madeAt(on);
  const seats = grids
    .filter(({ openedOn }) => openedOn <= on)
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .flatMap((grid) => duties.filter((duty) => isOwed(grid, duty)).map((duty) => seatOf(grid, duty)));
  const runs = seats.map((grid, index) => openRun(ledger, checklist, { at, on, stationId: station.id, grid, index }));
  tellBatch(ledger, checklist, { at, on, stationId: station.id, ids: runs.map(({ row }) => row.id) });
  checklist.runs.push(...runs);
  return runs;
}

/** The standards ask for nobody but an officer at the grids for one purpose. */
export const isOwed = ({ kind }: Grid, duty: Duty) =>
  duty === "RESPONSIBLE_OFFICER" || kind === "VILLAGE" || kind === "COMMUNITY";

/** That they were made, once for all runs of a day and a station. */
export function tellBatch(
  ledger: Ledger,
  { template, version, batches }: ChecklistRows,
  { at, on, stationId, ids }: { at: Date; on: string; stationId: string; ids: readonly string[] },
): void {
  const digest = createHash("sha256").update(ids.join("\n")).digest("hex");
  const batch = { templateId: template.id, versionId: version.id, occurrenceOn: on, stationId };
  batches.push({ id: newId(ledger, at), ...batch, runs: ids.length, digest, isLast: true, madeAt: at });
  ledger.commands.push({
    at,
    by: "系统",
    deeds: [
      {
        ...{ action: "checklist.makeRuns", entity: { type: "ChecklistTemplate", id: template.id } },
        after: { number: 1, occurrenceOn: on, stationId, runs: ids.length, digest },
      },
    ],
  });
}
