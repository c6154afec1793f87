import type { ImportMadeRow } from "@maple-bridge/drizzle/tables";
import type { Transaction } from "#kernel/command";
import type { Dated } from "#kernel/dated";
import { type DatedTable, periodsOfAll, savePeriods } from "#kernel/dated.store";
import type { FieldFault } from "#kernel/errors";
import { byOf, record } from "#kernel/record";
import { takeLinesBack } from "#modules/catalogue";
import { factsTable } from "#modules/grids";
import { changingKind, lockMember, unitsTable } from "#modules/members";
import { deedsOf } from "./import-deeds.ts";
import { leaveDeeds } from "./import-deeds.store.ts";
import { mostAtOnce } from "./import-work.ts";
import type { ImportRow } from "./import.store.ts";
import { changedLists, type Made, type Place } from "./made.store.ts";
import { recordLater } from "./record-left.ts";

/** Rows that were there before are as they were again. Whoever calls holds them, and knows them to be as the import has left them. */
export async function putBack(tx: Transaction, made: Made) {
  const { sql, bureauId } = tx;
  const grids = made.get("changedGrids") ?? [];
  const members = made.get("changedMembers") ?? [];
  await sql`
    update grids g set opened_on = w."openedOn", division_id = w."divisionId", households = w.households, population = w.population, counted_year = w."countedYear", version = g.version + 1
    from jsonb_to_recordset(${sql.json(befores(grids))}) as w(id uuid, "openedOn" date, "divisionId" uuid, households int, population int, "countedYear" smallint)
    where g.bureau_id = ${bureauId} and g.id = w.id`;
  await sql`
    update members m set kind = w.kind, phone = w.phone, version = m.version + 1
    from jsonb_to_recordset(${sql.json(befores(members))}) as w(id uuid, kind text, phone text) where m.bureau_id = ${bureauId} and m.id = w.id`;
  await putPeriodsBack(tx, factsTable, grids);
  await putPeriodsBack(tx, unitsTable, members);
}

const befores = (rows: readonly ImportMadeRow[]) => rows.map(({ was }) => was!.before) as never;

async function putPeriodsBack<T extends object>(tx: Transaction, table: DatedTable<T>, rows: readonly ImportMadeRow[]) {
  const now = await periodsOfAll(
    tx,
    table,
    rows.map(({ id }) => id),
  );
  const things = rows.map(({ id, was }) => ({ id, before: now.get(id)!, after: was!.periods as Dated<T>[] }));
  await savePeriods(tx, table, things);
}

/** Seats that members hold by now and that those of the kind that they are of again may not. */
export async function seatsNotForKinds(tx: Transaction, made: Made, path: FieldFault["path"]): Promise<FieldFault[]> {
  const faults: FieldFault[] = [];
  for (const { id, was } of made.get("changedMembers") ?? []) {
    if (!("kind" in was!.change)) continue;
    const member = await lockMember(tx, id, path);
    const kind = was!.before["kind"] as typeof member.kind;
    const found = await changingKind.ask(tx, { member, kind });
    const { name, badge } = member;
    faults.push(
      ...found.map(({ params }) => ({
        path,
        code: "IMPORT_KIND_HOLDS_SEAT",
        params: { member: name, badge, grid: params!["grid"]! },
      })),
    );
  }
  return faults;
}

/** The audit log tells of each row that was put back what it told of its change: at once, or of many in portions. */
export async function recordPutBack(tx: Transaction, run: ImportRow, made: Made, reason: string) {
  const lists = changedLists.map((list) => ({ list, rows: (made.get(list) ?? []).map(backOf) }));
  const count = lists.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count <= mostAtOnce) {
    for (const { list, rows } of lists) await record(tx, ...deedsOf[list](rows as never, reason));
    return;
  }
  let position = 0;
  for (const { list, rows } of lists)
    for (let start = 0; start < rows.length; start += mostAtOnce) {
      const portion = JSON.stringify(rows.slice(start, start + mostAtOnce));
      await leaveDeeds(tx, { ...run, fileName: reason }, { list, portion, position: position++, by: byOf(tx) });
    }
  await recordLater(tx, run.id);
}

/** As a plan would have it that changes the row from what the import has made it to what it was. */
function backOf({ was }: ImportMadeRow) {
  const { before, change } = was!;
  const back = Object.fromEntries(Object.keys(change).map((key) => [key, before[key]]));
  return { before: { ...before, ...change }, change: back };
}

/** Openings go back to their days, duties to their words; the rest goes, by a function that the run's own state lets do it. */
export async function takeBack(tx: Transaction, run: ImportRow, made: Made, reason: string) {
  const { sql, bureauId } = tx;
  const lines = made.get("dutyLines") ?? [];
  if (lines.length > 0)
    await takeLinesBack(
      tx,
      lines.map(({ id }) => id),
      reason,
    );
  const opened = made.get("openedGrids") ?? [];
  await sql`select take_back_import(${bureauId}, ${run.id})`;
  await sql`
    update grids g set opened_on = o.before, version = g.version + 1
    from jsonb_to_recordset(${sql.json(opened as never)}) as o(id uuid, before date) where g.bureau_id = ${bureauId} and g.id = o.id`;
}

/** Of the rows of ledgers, in the order of what they were given. */
export async function numbersOf({ sql, bureauId }: Place, made: Made): Promise<string[]> {
  const idsOf = (...lists: ("openMatters" | "endedMatters" | "openTasks" | "endedTasks")[]) =>
    lists.flatMap((list) => (made.get(list) ?? []).map(({ id }) => id));
  const rows = await sql<{ number: string }[]>`
    select number from matters where bureau_id = ${bureauId} and id = any(${idsOf("openMatters", "endedMatters")}::uuid[])
    union all select number from work_items where bureau_id = ${bureauId} and id = any(${idsOf("openTasks", "endedTasks")}::uuid[]) order by 1`;
  return rows.map(({ number }) => number);
}
