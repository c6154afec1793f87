import { workPauses } from "@maple-bridge/drizzle/tables";
import { insertNow, type Transaction, update } from "#kernel/command";
import { asRow } from "./as-row.ts";
import { type PauseRow } from "./work.store.ts";

export const beginPause = (tx: Transaction, itemId: string, pause: PauseRow) =>
  insertNow(tx, workPauses, [Object.assign(asRow(pause), { itemId })]);

export const endPause = (tx: Transaction, id: string, endsAt: Date) => update(tx, workPauses, id, { endsAt });
