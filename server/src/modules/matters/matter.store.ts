import { matterPasts, matters } from "@maple-bridge/drizzle/tables";
import { insert, insertNow, reckoned, type Transaction, update } from "#kernel/command";
import type { FieldFault } from "#kernel/errors";
import { isId, newId } from "#kernel/ids";
import { lockSeen } from "#kernel/read";
import { openStates, type Urgency } from "#modules/work";
import type { MatterKind, MatterSource, MediationMethod } from "./matter.enums.ts";
import { Matter } from "./matter.types.ts";

export interface MatterRow {
  id: string;
  number: string;
  kind: MatterKind;
  categoryId: string;
  source: MatterSource;
  urgency: Urgency;
  title: string;
  description: string | null;
  gridId: string | null;
  stationId: string;
  address: string | null;
  happenedAt: Date;
  firstReceiverId: string;
  outcome: "SETTLED" | "NOT_SETTLED" | "MERGED" | null;
  outcomeNote: string | null;
  method: MediationMethod | null;
  endedAt: Date | null;
  mergedIntoId: string | null;
  version: number;
}

const columns = [
  "id",
  "number",
  "kind",
  "categoryId",
  "source",
  "urgency",
  "title",
  "description",
  "gridId",
  "stationId",
  "address",
  "happenedAt",
  "firstReceiverId",
  "outcome",
  "outcomeNote",
  "method",
  "endedAt",
  "mergedIntoId",
  "version",
] as const satisfies (keyof MatterRow)[];

/** The matter, held until the command ends; out of sight is the same as absent. */
export const lockMatter = (tx: Transaction, id: string, path: FieldFault["path"] = ["input", "id"]) =>
  lockSeen<MatterRow>(tx, Matter, id, columns, path);

/** A matter whose work takes a step, held whoever takes it. */
export async function lockMatterBehind({ sql, bureauId }: Transaction, id: string): Promise<MatterRow> {
  const [matter] = await sql<MatterRow[]>`
    select ${sql(columns)} from matters where bureau_id = ${bureauId} and id = ${id} for no key update`;
  return matter!;
}

/** The matter with its open work: items are held before their matter, as steps hold them. */
export async function lockWithWork(tx: Transaction, id: string, path?: FieldFault["path"]) {
  if (isId(id)) await holdOpenWork(tx, id);
  const matter = await lockMatter(tx, id, path);
  return { matter, work: await openWorkOf(tx, id) };
}

const holdOpenWork = ({ sql, bureauId }: Transaction, matterId: string) => sql`
  select from work_items where bureau_id = ${bureauId} and matter_id = ${matterId} and state in ${sql(openStates)} order by id for no key update`;

export interface OpenWork {
  id: string;
  number: string;
  kind: "ORDER" | "TASK" | "RECEIPT" | "RUN";
  gridId: string | null;
  duty: string | null;
}

export const openWorkOf = ({ sql, bureauId }: Transaction, matterId: string) => sql<OpenWork[]>`
  select id, number, kind, grid_id, duty from work_items
  where bureau_id = ${bureauId} and matter_id = ${matterId} and state in ${sql(openStates)} order by id`;

/** The numbers of the next items of a matter that is held. */
export async function nextItemNumbers(
  tx: Transaction,
  { id, number }: Pick<MatterRow, "id" | "number">,
  count: number,
): Promise<string[]> {
  const [counted] = await update<{ items: number }, typeof matters>(tx, matters, id, {
    items: reckoned("items + $", count),
  });
  const items = counted!.after.items!;
  return Array.from({ length: count }, (_, index) => `${number}-${items - count + index + 1}`);
}

export const nextItemNumber = async (tx: Transaction, matter: Pick<MatterRow, "id" | "number">): Promise<string> =>
  (await nextItemNumbers(tx, matter, 1))[0]!;

/** What past weeks are told of. */
const told = ["title", "gridId", "stationId", "outcome", "endedAt"] as const;

/** Keeps what it was, where the change is one of what past weeks are told of. */
export async function saveMatter(tx: Transaction, id: string, change: Partial<MatterRow>) {
  const keep = told.some((key) => key in change) ? await pastOf(tx, id) : undefined;
  const changed = await update<Partial<MatterRow>, typeof matters>(tx, matters, id, change);
  if (keep && changed.some(({ after }) => told.some((key) => key in after)))
    await insert(tx, matterPasts, [{ id: newId(), matterId: id, at: tx.now.toISOString(), ...keep }]);
  return changed;
}

async function pastOf({ sql, bureauId }: Transaction, id: string) {
  const [row] = await sql<PastRow[]>`
    select title, grid_id, station_id, outcome, ended_at::text as ended_at from matters where bureau_id = ${bureauId} and id = ${id}`;
  return row!;
}

type PastRow = Pick<MatterRow, "title" | "gridId" | "stationId" | "outcome"> & { endedAt: string | null };

/** What is said of a matter when it is registered. */
export type NewMatter = Pick<
  MatterRow,
  | "kind"
  | "categoryId"
  | "source"
  | "urgency"
  | "title"
  | "description"
  | "gridId"
  | "stationId"
  | "address"
  | "firstReceiverId"
> & { happenedAt: string; registrarId: string | null };

export const insertMatter = (tx: Transaction, row: Parameters<typeof insertNow<typeof matters>>[2][number]) =>
  insertNow(tx, matters, [row]);

/** Who has the matter now, or had it last: the last receipt that was accepted tells. */
export async function receiverOf({ sql, bureauId }: Transaction, { id, firstReceiverId }: MatterRow): Promise<string> {
  const [last] = await sql<{ memberId: string }[]>`
    select member_id from work_items where bureau_id = ${bureauId} and matter_id = ${id} and kind = 'RECEIPT' and member_id is not null
      and state not in ('ISSUED', 'CANCELLED') order by created_at desc, id desc limit 1`;
  return last?.memberId ?? firstReceiverId;
}

/** What was merged into a matter before goes on with it. */
export async function passMergesOn(tx: Transaction, fromId: string, intoId: string) {
  const { sql, bureauId } = tx;
  const merged = await sql<{ id: string }[]>`
    select id from matters where bureau_id = ${bureauId} and merged_into_id = ${fromId}`;
  await update(
    tx,
    matters,
    merged.map(({ id }) => id),
    { mergedIntoId: intoId },
  );
}
