import type { Column, Said } from "../table-columns.ts";
import { useWay } from "../use-unit-tree.ts";

const every = {};

/** What the unit says of all rows, by which every address calls the filter `unit`; nothing until it is known. */
export function useSaidOfUnit<Row, Order extends string>(
  search: object,
  columns: readonly Column<Row, Order>[],
): Pick<Said, "isOneStation" | "isOneUnit"> | undefined {
  const unit = "unit" in search && typeof search.unit === "string" ? search.unit : undefined;
  const isAsked = columns.some(({ saidBy }) => typeof saidBy === "function");
  const way = useWay({ filter: every }, isAsked ? unit : undefined);
  if (!isAsked || unit === undefined || !way) return undefined;
  const last = way.at(-1);
  return {
    isOneStation: way.some(({ kind }) => kind === "STATION"),
    isOneUnit: last !== undefined && !last.hasBranches,
  };
}
