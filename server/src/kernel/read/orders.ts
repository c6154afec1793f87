import type { Reading } from "./reading.ts";
import type { RowOf, Rows } from "./relation.ts";
import type { OrderTerm, PageOrder } from "./sources.ts";

type Terms<R extends Rows> = (row: RowOf<R>, reading: Reading) => OrderTerm[];

/** A list's orders, one for each name of its enum; the direction turns all terms round. */
export const ordersOf =
  <R extends Rows, K extends string>(
    _rows: R,
    _names: Readonly<Record<K, string>>,
    orders: Readonly<Record<K, Terms<R>>>,
  ) =>
  (row: RowOf<R>, reading: Reading): PageOrder => ({
    terms: orders[reading.choice("orderBy") as K](row, reading),
    descending: reading.choice("direction") === "DESC",
  });

/** Orders that a later module has to give: it knows the tables. */
export function laterOrders<R extends Rows>(_rows: R) {
  const known = new Map<string, Terms<R>>();
  return {
    by:
      (name: string): Terms<R> =>
      (row, reading) => {
        const terms = known.get(name);
        if (!terms) throw new Error(`Nobody has said what ${name} orders by.`);
        return terms(row, reading);
      },
    give: (name: string, terms: Terms<R>) => void known.set(name, terms),
  };
}
