import { checklistBatches } from "@maple-bridge/drizzle/tables";
import { insert, type Transaction } from "#kernel/command";
import { newId } from "#kernel/ids";
import { owersIn, type Seat, seatsOwing } from "./owing.store.ts";
import { type TemplateRow, type VersionRow, versionsOf } from "./checklist.store.ts";

export interface Template extends TemplateRow {
  versions: readonly VersionRow[];
}

/** Those of which runs may have to be made. */
export async function templatesToMake(tx: Transaction, today: string): Promise<Template[]> {
  const { sql, bureauId } = tx;
  const templates = await sql<TemplateRow[]>`
    select id, code, name, station_id, made_through, retired_at, version from checklist_templates
    where bureau_id = ${bureauId} and retired_at is null and made_through < ${today} order by id`;
  const all: Template[] = [];
  for (const template of templates) all.push({ ...template, versions: await versionsOf(tx, template.id) });
  return all;
}

/** What all runs of a day are made of. */
export interface Making {
  template: Template;
  version: VersionRow;
  on: string;
  at: Date;
}

/** The stations of which somebody owes a run of the day. */
export async function stationsOwing(tx: Transaction, { template, version, on, at }: Making): Promise<string[]> {
  const { sql, bureauId } = tx;
  const owing = seatsOwing(tx, { owers: owersIn(tx, version.id), on, at, stationId: template.stationId });
  const stations = await sql<{ stationId: string }[]>`
    select distinct owing.station_id from (${owing}) owing where not exists (
      select from checklist_batches b where b.bureau_id = ${bureauId} and b.version_id = ${version.id} and b.occurrence_on = ${on}
        and b.station_id = owing.station_id and b.is_last)
    order by owing.station_id`;
  return stations.map(({ stationId }) => stationId);
}

/** How far a station has come with the day; held, so that no two servers number its runs at once. */
export async function holdMade(
  { sql, bureauId }: Transaction,
  { template, version, on }: Making,
  stationId: string,
): Promise<{ isInUse: boolean; isWhole: boolean; numbered: number }> {
  const [held] = await sql<{ isInUse: boolean }[]>`
    select retired_at is null as is_in_use from checklist_templates where bureau_id = ${bureauId} and id = ${template.id} for no key update`;
  const [made] = await sql<{ isWhole: boolean; numbered: number }[]>`
    select coalesce(bool_or(is_last) filter (where version_id = ${version.id} and station_id = ${stationId}), false) as is_whole, coalesce(sum(runs), 0)::int as numbered
    from checklist_batches where bureau_id = ${bureauId} and template_id = ${template.id} and occurrence_on = ${on}`;
  return { ...held!, ...made! };
}

/** Seats of the station, or of one of its grids, that have no run of the day yet, by the codes of their grids. */
export async function seatsToServe(
  tx: Transaction,
  { template, version, on, at }: Making,
  stationId: string,
  most: number,
  gridId?: string,
): Promise<Seat[]> {
  const { sql, bureauId } = tx;
  const owing = seatsOwing(tx, { owers: owersIn(tx, version.id), on, at, stationId });
  return sql<Seat[]>`
    select owing.grid_id, owing.duty, owing.level from (${owing}) owing where not exists (
      select from work_items i where i.bureau_id = ${bureauId} and i.kind = 'RUN' and i.template_id = ${template.id} and i.occurrence_on = ${on}
        and i.grid_id = owing.grid_id and i.seat_duty = owing.duty) ${gridId ? sql`and owing.grid_id = ${gridId}::uuid` : sql``}
    order by owing.code, owing.duty limit ${most}`;
}

type Batch = Omit<typeof checklistBatches.$inferInsert, "bureauId" | "id" | "madeAt">;

export const insertBatch = (tx: Transaction, batch: Batch) =>
  insert(tx, checklistBatches, [{ id: newId(tx.now.getTime()), ...batch, madeAt: tx.now.toISOString() }]);

/** What is looked at as a transaction commits is looked at now: from here on the end of the audit chain is held. */
export const lookAtAll = ({ sql }: Transaction) => sql`set constraints all immediate`;

/** All days up to this one are done, unless somebody has published or retired something meanwhile. */
export async function saveMadeThrough({ sql, bureauId }: Transaction, { id, version }: TemplateRow, day: string) {
  await sql`
    update checklist_templates set made_through = ${day}
    where bureau_id = ${bureauId} and id = ${id} and version = ${version} and made_through < ${day}`;
}

/** By whom a bureau's checklists are issued: the bureau itself. */
export async function rootUnitId({ sql, bureauId }: Transaction): Promise<string> {
  const [root] = await sql<{ id: string }[]>`select id from units where bureau_id = ${bureauId} and kind = 'BUREAU'`;
  return root!.id;
}

/** Of a version: how many of its items ask for a photo in any case. */
export async function photosAsked({ sql, bureauId }: Transaction, versionId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from checklist_items
    where bureau_id = ${bureauId} and version_id = ${versionId} and evidence = 'PHOTO' and is_required`;
  return row!.count;
}
