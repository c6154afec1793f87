import { dayIn } from "../days.ts";
import type { Ledger } from "./ledger.ts";
import type { Item, OrderKind } from "./rows.ts";

/** Gives out all numbers in order of time, without a gap. */
export function giveNumbers(ledger: Ledger): void {
  const { code } = ledger.draft;
  const next = (series: string, at: Date) => {
    const year = Number(dayIn(at).slice(0, 4));
    let row = ledger.numberSeries.find((each) => each.series === series && each.year === year);
    if (!row) ledger.numberSeries.push((row = { series, year, last: 0 }));
    return `${code}-${year}-${series}${String(++row.last).padStart(6, "0")}`;
  };
  const byTime = <T extends { row: { createdAt: Date } }>(rows: readonly T[]) =>
    rows.toSorted((one, other) => one.row.createdAt.getTime() - other.row.createdAt.getTime());
  for (const { row, items } of byTime(ledger.matters)) {
    row.number = next("", row.createdAt);
    const own = items.filter((item) => seriesOf(item) === null);
    for (const [index, item] of own.entries()) item.row.number = `${row.number}-${index + 1}`;
    row.items = own.length;
  }
  for (const { row } of byTime(ledger.items.filter((item) => seriesOf(item) !== null)))
    row.number = next(seriesOf({ row })!, row.createdAt);
  for (const { row, told } of ledger.numbered) told.number = row.number;
}

const seriesOfOrders: Partial<Record<OrderKind, string>> = { SUPERVISION: "S", LINKAGE: "L" };

/** Tasks and orders of supervision and linkage are counted by themselves, other work within its matter. */
const seriesOf = ({ row: { kind, orderKind } }: Pick<Item, "row">) =>
  kind === "TASK" ? "T" : (seriesOfOrders[orderKind ?? "INCIDENT"] ?? null);
