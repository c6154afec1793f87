import { registerEnumType } from "type-graphql";
import type { Reading } from "./reading.ts";
import type { RowOf, Rows } from "./relation.ts";
import type { OrderTerm, PageOrder } from "./sources.ts";

type Terms<R extends Rows> = (row: RowOf<R>, reading: Reading) => OrderTerm[];

/** The orders that rows may be listed in. */
export interface Orders<R extends Rows = Rows> {
  rows: R;
  /** The enum of their names; the first of them holds until another is asked for. */
  names: Readonly<Record<string, string>>;
  order: (row: RowOf<R>, reading: Reading) => PageOrder;
}

/** A list's orders, by the names that they have in the enum of this name; the direction turns all terms round. */
export function ordersOf<R extends Rows, K extends string>(
  rows: R,
  name: string,
  orders: Readonly<Record<K, Terms<R>>>,
  { description, values = {} }: { description?: string; values?: Partial<Record<NoInfer<K>, string>> } = {},
): Orders<R> {
  const names = Object.fromEntries(Object.keys(orders).map((each) => [each, each]));
  const valuesConfig = Object.fromEntries(
    Object.entries<string | undefined>(values).map(([each, meaning]) => [each, { description: meaning }]),
  );
  registerEnumType(names, { name, ...(description !== undefined && { description }), valuesConfig });
  return {
    rows,
    names,
    order: (row, reading) => ({
      terms: orders[reading.choice("orderBy") as K](row, reading),
      descending: reading.choice("direction") === "DESC",
    }),
  };
}

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
