import { workPauses } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { type Fragment, ofBureau, sql as fragment } from "#kernel/read";
import { fromJson, jsonOf } from "./as-json.ts";
import { asRow } from "./as-row.ts";
import { type PauseRow } from "./work.store.ts";

const columns = {
  id: "p.id",
  startsAt: "p.starts_at",
  endsAt: "p.ends_at",
  until: "p.until",
  reason: "p.reason",
} as const satisfies Record<keyof PauseRow, string>;

/** An item's pauses as JSON, in the order in which they began; `pauseFromJson` of each is the pause. */
export const pausesJson = (itemId: Fragment): Fragment => fragment`(
  select coalesce(jsonb_agg(${jsonOf(columns)} order by p.starts_at), '[]') from work_pauses p where p.bureau_id = ${ofBureau} and p.item_id = ${itemId})`;

export const pauseFromJson = (pause: PauseRow): PauseRow => fromJson(pause, ["startsAt", "endsAt", "until"]);

export const beginPause = (tx: Transaction, itemId: string, pause: PauseRow) =>
  insertNow(tx, workPauses, [Object.assign(asRow(pause), { itemId })]);

export const endPause = (tx: Transaction, id: string, endsAt: Date) => update(tx, workPauses, id, { endsAt });
