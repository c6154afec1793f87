import type { Grid, Unit } from "../draft.ts";
import { seatOf } from "./crew.ts";
import type { Doing } from "./ledger.ts";
import type { Item, ItemRow } from "./rows.ts";
import { newId, openItem } from "./step.ts";

type Said = Pick<ItemRow, "title" | "instructions" | "burdenMinutes"> &
  Partial<Pick<ItemRow, "opensAt">> & { dueAt?: Date };

/** The same task at the seat of each grid. */
export function issueTask(doing: Doing, station: Unit, grids: readonly Grid[], said: Said): Item[] {
  const batchId = grids.length > 1 ? newId(doing.ledger, doing.at) : null;
  return grids.map((grid) =>
    openItem(doing, {
      ...{ kind: "TASK", orderKind: null, urgency: "ORDINARY", matter: null, batchId },
      ...{ stationId: station.id, issuerUnitId: doing.by.unitId },
      ...seatOf(grid),
      ...said,
    }),
  );
}
