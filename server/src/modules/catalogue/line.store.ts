import { dutyCatalogueCopies, dutyLines } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { newId } from "#kernel/ids";
import type { Deed } from "#kernel/record";
import { type LineDraft, type LineRow, shown, type Step, stepsTo } from "./line.rules.ts";

/** The last revision of each line of the bureau and of these stations; whoever changes the catalogue waits for the one before. */
export async function lockCatalogue({ sql, bureauId }: Transaction, stationIds: readonly string[]): Promise<LineRow[]> {
  await sql`select from bureaus where bureau_id = ${bureauId} for no key update`;
  return sql<LineRow[]>`
    select distinct on (station_id, owner, code) id, station_id, duty, grid_kind, level, unit_kind, code, revision, title, text, serves, position,
      is_set_aside, is_ours, ends_at, version
    from duty_lines where bureau_id = ${bureauId} and (station_id is null or station_id = any(${[...stationIds]}::uuid[]))
    order by station_id, owner, code, revision desc`;
}

export const endLines = (tx: Transaction, ids: readonly string[]) => update(tx, dutyLines, ids, { endsAt: tx.now });

/** The drafts are in force from now on: by the revisions that say the same already, or by new ones. Gives all of their ids, in order. */
export async function putInForce(
  tx: Transaction,
  lines: readonly LineRow[],
  drafts: readonly LineDraft[],
  copyId: string | null = null,
): Promise<{ ids: string[]; deeds: Deed[] }> {
  const steps = stepsTo(lines, drafts);
  const fresh = steps.filter(({ isKept }) => !isKept);
  await endLines(
    tx,
    fresh.flatMap(({ current }) => current?.id ?? []),
  );
  const ids = new Map(fresh.map((step) => [step, newId(tx.now.getTime())]));
  const startsAt = tx.now.toISOString();
  const rows = fresh.map((step) => ({
    ...shown(step.draft),
    isOurs: step.draft.isOurs,
    id: ids.get(step)!,
    revision: step.revision,
    copyId,
    startsAt,
  }));
  if (rows.length > 0) await insertNow(tx, dutyLines, rows);
  return {
    ids: steps.map((step) => ids.get(step) ?? step.current!.id),
    deeds: fresh.map((step) => lineSet(ids.get(step)!, step)),
  };
}

const lineSet = (id: string, { draft, current }: Step): Deed => ({
  action: draft.isSetAside ? "dutyLine.setAside" : "dutyLine.set",
  entity: { type: "DutyLine", id },
  before: current ? shown(current) : null,
  after: shown(draft),
});

export interface CopyRow {
  id: string;
  stationId: string;
  modelId: string;
}

/** Of each of the stations its last copying. */
export const lastCopies = ({ sql, bureauId }: Transaction, stationIds: readonly string[]) => sql<CopyRow[]>`
  select distinct on (station_id) id, station_id, model_id from duty_catalogue_copies
  where bureau_id = ${bureauId} and station_id = any(${[...stationIds]}::uuid[]) order by station_id, copied_at desc, id desc`;

export const insertCopy = (tx: Transaction, copy: CopyRow & { linesSet: number; linesEnded: number }) =>
  insertNow(tx, dutyCatalogueCopies, [{ ...copy, copiedAt: tx.now.toISOString() }]);

/** Where it stood in the place of the bureau's, that one is in force again. */
export const lineRetired = (line: LineRow, at: Date): Deed => ({
  action: "dutyLine.retire",
  entity: { type: "DutyLine", id: line.id },
  before: { ...shown(line), endsAt: null },
  after: { endsAt: at.toISOString() },
});
